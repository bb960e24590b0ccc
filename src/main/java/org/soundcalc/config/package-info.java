/**
 * Reads TOML files into validated zkVMs, and reports every problem of a file in one run, each at
 * its place: {@link org.soundcalc.config.Inputs} gathers the files, {@link
 * org.soundcalc.config.ZkvmLoader} reads each.
 */
package org.soundcalc.config;
