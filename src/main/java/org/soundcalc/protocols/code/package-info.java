/** Errors of rounds that every commitment over a Reed-Solomon code has. */
package org.soundcalc.protocols.code;
