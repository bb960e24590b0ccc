/** What tests of several packages share. */
package org.soundcalc.testing;
