/** The DEEP-ALI reduction from a circuit's constraints to a polynomial commitment [Ha22]. */
package org.soundcalc.protocols.deepali;
