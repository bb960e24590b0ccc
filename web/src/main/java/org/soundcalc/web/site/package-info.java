/** Puts the page together after its WebAssembly was made. */
package org.soundcalc.web.site;
