/** What STIR and WHIR share: the schedule of degrees and rates, and the rounds over it. */
package org.soundcalc.protocols.schedule;
