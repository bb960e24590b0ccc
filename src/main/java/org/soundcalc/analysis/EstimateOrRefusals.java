package org.soundcalc.analysis;

import java.util.List;
import java.util.Optional;

/**
 * What the regimes asked for make of a zkVM.
 *
 * @param refusals the circuits that contradict themselves under one of them
 * @param estimate the certified figures; present if and only if nothing is refused
 */
public record EstimateOrRefusals(List<Refusal> refusals, Optional<ZkvmEstimate> estimate) {}
