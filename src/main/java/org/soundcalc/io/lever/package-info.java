/** What one more unit of each parameter buys, as table, JSON, CSV and Markdown. */
package org.soundcalc.io.lever;
