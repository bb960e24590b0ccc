/** What may be laid out otherwise in a circuit, and how its cost adds up: what a search walks. */
package org.soundcalc.model.design;
