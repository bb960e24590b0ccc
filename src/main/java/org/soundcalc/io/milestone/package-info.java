/** How far zkVMs are from the milestones: table, CSV, JSON, Markdown. */
package org.soundcalc.io.milestone;
