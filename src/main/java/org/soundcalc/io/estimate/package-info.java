/** From estimates to documents: table, JSON, CSV and Markdown. Renders only; decides nothing. */
package org.soundcalc.io.estimate;
