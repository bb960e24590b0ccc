"""Proof sizes in bits: soundness.md, section 10. Everything is an integer."""

from fractions import Fraction
from functools import lru_cache

from arithmetic import ceiling, least, named, times
from formulas import Parameters, dense_variables, log2_ceiling, swirl_interaction_variables, SWIRL_SHAPES


# 2pi.com/25/merkle-multi-proof: expected siblings of t openings, level by level, each rounded up.
@lru_cache(maxsize=4096)
def expected_siblings(leaves, t):
    """S, the sum over levels d of ⌈2^d ((1 - 2^-d)^t - (1 - 2^(1-d))^t)⌉"""
    return sum(siblings(d, t) for d in range(1, log2_ceiling(leaves) + 1))


def siblings(d, t):
    """Of one level of 2^d nodes: by enclosures, or exactly where these cost as much or do not decide."""
    level, bits = 2**d, 256
    while bits < t * d // 4:
        low, high = (fixed_power(level - 1, d, t, bits), fixed_power(level - 2, d, t, bits))
        least, most = (ceil_ratio(x << d, bits) for x in (low[0] - high[1], low[1] - high[0]))
        if least == most:
            return least
        bits *= 4
    return ceil_ratio(level * ((level - 1) ** t - (level - 2) ** t), t * d)


def fixed_power(numerator, d, exponent, bits):
    """Integers around 2^bits (numerator/2^d)^exponent, of a ratio below 1."""
    low = high = 1 << bits
    for digit in bin(exponent)[2:]:
        low, high = low * low >> bits, -(-high * high >> bits)
        if digit == "1":
            low, high = low * numerator >> d, -(-high * numerator >> d)
    return low, high


def ceil_ratio(numerator, shift):
    return -(-numerator >> shift)


def merkle(leaves, tau, beta, h, t):
    """(expected, worst) bits of t openings of a tree whose leaves are tau elements of beta bits."""
    depth, leaf = log2_ceiling(leaves), named("leaf", tau * beta)
    expected = t * leaf + h * named("S", expected_siblings(leaves, t))
    return expected, t * leaf if depth == 0 else t * (leaf + smaller(leaf, h) + (depth - 1) * h)


def smaller(a, b):
    return int(least(a, b).rational())


class Size:
    """Expected and worst case, which are added up together."""

    def __init__(self):
        self.expected = self.worst = 0

    def add(self, bits):
        self.expected += bits
        self.worst += bits

    def add_tree(self, keys, *tree):
        """keys: what the depth follows from, as `named` has it."""
        named("D", log2_ceiling(tree[0]), *keys)
        expected, worst = merkle(*tree)
        self.expected += expected
        self.worst += worst


def fri_size(c, h, size):
    n, ext = int(c.code.n), named("β", c.field.bits, "field")
    named("r + 1", len(c.factors) + 1, "fri_folding_factors")  # trees
    named("t", c.t, "num_queries")
    length, folded = f"rho,{c.length_key}", f"rho,{c.length_key},fri_folding_factors"
    size.add(h)
    size.add_tree((length, "fri_folding_factors"), n, c.B, ext, h, c.t)
    for factor in c.factors:
        n //= factor
        size.add(h)
        size.add_tree((folded,), n, named("k_i", factor, "fri_folding_factors"), ext, h, c.t)
    size.add(named("⌈ρ · n_r⌉", ceiling(c.code.rho * n), folded) * ext)


def whir_size(c, h, size):
    """WHIR, and STIR without the sumcheck."""
    s, ext, base = c.schedule, named("β", c.field.bits, "field"), named("β_base", c.field.base_bits, "field")
    size.add(named("M", s.M, "num_iterations") * h + named("samples", sum(s.w), "num_ood_samples") * ext)
    if c.pcs == "WHIR":
        size.add(named("Σκ", sum(s.kappa), "folding_factors") * named("d − 1", s.d - 1, "constraint_degree") * ext)
    size.add(named("2^m_M", 2 ** s.m[s.M], "log_degree,folding_factors") * ext)
    for i in range(s.M):
        leaves = 2 ** (s.m[i] + s.mu[i] - s.kappa[i])
        tau = named("2^κ", 2 ** s.kappa[i], "folding_factors") * (c.B if i == 0 else 1)
        named("t", s.t[i], "num_queries")
        size.add_tree((",".join(s.length_keys(i + 1)),), leaves, tau, base if i == 0 else ext, h, s.t[i])


def sumcheck(degree, variables, ext):
    """S(deg, v) of Jagged"""
    return (times(variables, degree + 2) + 2) * ext


def vec(count, bits):
    """A vector, after its length."""
    return 32 + times(count, bits)


def swirl_size(c):
    """The encoded proof of SWIRL: base and extension elements in whole bytes."""
    h, d = c.hash_bits, named("d", c.integer("constraint_degree", 1), "constraint_degree")
    base = named("base", 8 * -(-c.field.base_bits // 8), "field")
    ext = named("ext", named("e", c.field.e, "field") * base)
    _, A, H, W, interactions = (c.shape(key, "proof_size") for key in SWIRL_SHAPES)
    named("A", A, *c.shape_keys("proof_size", "num_airs"))
    named("W", W, *c.shape_keys("proof_size", "num_trace_columns"))
    P = named("P", c.integer("proof_size_num_public_values", 0, default=0), "proof_size_num_public_values")
    l_skip, n_stack = c.integer("l_skip", 0, 64), c.integer("n_stack", 0, 64)
    read, others = c.shape_keys("proof_size", "max_log_trace_height")
    variables = named("H − l_skip", max(H - l_skip, 0), f"l_skip,{read}", others)
    named("v", n_stack, "n_stack")
    w, rounds = named("w", c.integer("w_stack", 1), "w_stack"), "whir_num_queries"
    t = [named("t", t, rounds) for t in c.integers(rounds, 1, 100_000)]
    m0, M, sigma = l_skip + n_stack, named("M", len(t), rounds), named("σ", 2**l_skip - 1, "l_skip")
    depth = named("D", m0 + c.integer("log_blowup", 1, 64) - 4, "l_skip,n_stack,log_blowup")

    preamble = 32 + h + 32 + 8 * ceiling(Fraction(A, 8)) + 64 * A + h + 32 + 32 * A + P * base
    gkr = base + ext + 32
    if A and interactions:
        R = l_skip + swirl_interaction_variables(c.field.p, l_skip, A, interactions, H)
        read, others = c.shape_keys("proof_size", "num_airs", "max_log_trace_height", "max_interactions_per_air")
        named("R", R, f"l_skip,{read}", f"field,{others}")  # of the field there is the characteristic
        gkr = base + ext + vec(R, 4 * ext) + times(times(times(R, R - 1) // 2, 3), ext)
    batch = vec(A, ext) + A * ext + vec(times(d + 1, sigma) + 1, ext) + 32 + 32 * A + 32 * (A + 1)
    batch += times(times(2, W), ext)
    if variables:
        batch += 32 + variables * (d + 1) * ext
    stacking = vec(times(2, sigma) + 1, ext) + 32 + times(times(2, n_stack), ext) + 32 + 64 + w * ext
    whir = base + vec(4 * M, 2 * ext) + vec(M - 1, h) + (M - 1) * ext + 4 * M * base + M * base + 64
    if t[0] > 0:
        whir += 32 + 64 + 16 * t[0] * w * base + 2 * t[0] * depth * h
    whir += sum(32 + 16 * t[i] * ext for i in range(1, M)) + 32
    last = named("2^(m_0 − 4M)", 2 ** (m0 - 4 * M), f"l_skip,n_stack,{rounds}")
    whir += sum(t[i] * (depth - i) * h for i in range(1, M)) + vec(last, ext)
    return preamble + gkr + batch + stacking + whir


def sizes_of(circuit):
    """{"expected": bits, "worst": bits} of a circuit's proof."""
    named("h", circuit.hash_bits, "hash_size_bits")
    if circuit.family == "SWIRL":
        bits = swirl_size(circuit)
        return {"expected": smaller(bits, bits), "worst": bits}
    c, size = Parameters(circuit), Size()
    if c.pcs == "FRI_STARK":
        fri_size(c, circuit.hash_bits, size)
    else:
        whir_size(c, circuit.hash_bits, size)
    if c.jagged:
        variables = dense_variables(c)
        size.add(sumcheck(2, variables, c.field.bits) + sumcheck(2, 2 * variables + 2, c.field.bits))
    return {"expected": smaller(size.expected, size.worst), "worst": size.worst}
