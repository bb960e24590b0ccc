/** Text for terminals: styles, wrapping, tables, and blocks side by side. */
package org.soundcalc.report.text;
