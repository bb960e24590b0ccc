/** The calculator for a page: one function that takes and gives JSON. */
package org.soundcalc.web;
