/** The front door for other programs: five lines from a file to a certified figure. */
package org.soundcalc;
