/**
 * The reference of TOML files, for people and for editors: all of it from the descriptions that the
 * readers of files use.
 */
package org.soundcalc.io.reference;
