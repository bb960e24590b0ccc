/**
 * Reads TOML files into validated zkVMs, and reports every problem of a file in one run, each at
 * its place: {@link org.soundcalc.io.toml.Inputs} gathers the files, {@link
 * org.soundcalc.io.toml.ZkvmLoader} reads each.
 */
package org.soundcalc.io.toml;
