/** Text for terminals: styles, wrapping, tables, and blocks side by side; and for Markdown. */
package org.soundcalc.io.document;
