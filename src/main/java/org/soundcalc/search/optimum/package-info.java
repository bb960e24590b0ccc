/** Looks for the configuration that costs least among all that are secure enough. */
package org.soundcalc.search.optimum;
