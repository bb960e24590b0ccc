/** What searches vary: the keys of a circuit, and which values of each are tried. */
package org.soundcalc.search.space;
