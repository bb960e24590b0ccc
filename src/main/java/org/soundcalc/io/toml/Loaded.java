package org.soundcalc.io.toml;

import java.util.List;
import java.util.Optional;

/**
 * What became of a file.
 *
 * @param zkvm present if and only if there is no error
 * @param diagnostics errors and warnings, those of the command line first, then by line
 */
public record Loaded(Optional<LoadedZkvm> zkvm, List<Diagnostic> diagnostics) {}
