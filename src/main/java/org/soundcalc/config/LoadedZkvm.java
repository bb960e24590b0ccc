package org.soundcalc.config;

import org.soundcalc.model.Zkvm;

/**
 * A zkVM with the file it comes from.
 *
 * @param zkvm the zkVM
 * @param source the file's name
 * @param locator where its values stand
 */
public record LoadedZkvm(Zkvm zkvm, String source, Locator locator) {}
