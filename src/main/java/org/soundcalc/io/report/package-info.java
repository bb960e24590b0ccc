/** A report of several zkVMs as a site: pages, Markdown and JSON of one model. */
package org.soundcalc.io.report;
