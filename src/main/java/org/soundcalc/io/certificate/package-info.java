/** Figures in a form that a program checks that shares nothing with this one. */
package org.soundcalc.io.certificate;
