/**
 * Keys of TOML files, described once: the readers, the messages, the reference and the schema all
 * come from the same descriptions.
 */
package org.soundcalc.model.keys;
