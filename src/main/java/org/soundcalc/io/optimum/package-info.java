/** The configurations that cost least, for people and programs. */
package org.soundcalc.io.optimum;
