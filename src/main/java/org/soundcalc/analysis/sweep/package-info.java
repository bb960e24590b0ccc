/** What is estimated of each point of a sweep. */
package org.soundcalc.analysis.sweep;
