/** STARKs: a polynomial commitment, DEEP-ALI over it, and lookups. */
package org.soundcalc.protocols.stark;
