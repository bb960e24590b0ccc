/** Files at revisions of a git repository, read by the git command. */
package org.soundcalc.io.revision;
