/** Differences of estimates, for people, for programs and for pull requests. */
package org.soundcalc.io.diff;
