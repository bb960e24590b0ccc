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
    depth, t, h = named("D", log2_ceiling(leaves)), named("t", t), named("h", h)
    leaf = named("leaf", tau * beta)
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

    def add_tree(self, *tree):
        expected, worst = merkle(*tree)
        self.expected += expected
        self.worst += worst


def fri_size(c, h, size):
    n, ext = int(c.code.n), named("β", c.field.bits)
    named("r + 1", len(c.factors) + 1)  # trees
    size.add(h)
    size.add_tree(n, c.B, ext, h, c.t)
    for factor in c.factors:
        n //= factor
        size.add(h)
        size.add_tree(n, factor, ext, h, c.t)
    size.add(named("⌈ρ · n_r⌉", ceiling(c.code.rho * n)) * ext)


def whir_size(c, h, size):
    """WHIR, and STIR without the sumcheck."""
    s, ext, base = c.schedule, named("β", c.field.bits), named("β_base", c.field.base_bits)
    size.add(named("M", s.M) * h + named("samples", sum(s.w)) * ext)
    if c.pcs == "WHIR":
        size.add(named("Σκ", sum(s.kappa)) * named("d − 1", s.d - 1) * ext)
    size.add(named("2^m_M", 2 ** s.m[s.M]) * ext)
    for i in range(s.M):
        leaves = 2 ** (s.m[i] + s.mu[i] - s.kappa[i])
        tau = named("2^κ", 2 ** s.kappa[i]) * (c.B if i == 0 else 1)
        size.add_tree(leaves, tau, base if i == 0 else ext, h, s.t[i])


def sumcheck(degree, variables, ext):
    """S(deg, v) of Jagged"""
    return (times(variables, degree + 2) + 2) * ext


def vec(count, bits):
    """A vector, after its length."""
    return 32 + times(count, bits)


def swirl_size(c):
    """The encoded proof of SWIRL: base and extension elements in whole bytes."""
    h, d = named("h", c.hash_bits), named("d", c.integer("constraint_degree", 1))
    base = named("base", 8 * -(-c.field.base_bits // 8))
    ext = named("ext", named("e", c.field.e) * base)
    _, A, H, W, interactions = (c.shape(key, "proof_size") for key in SWIRL_SHAPES)
    A, W = named("A", A), named("W", W)
    P = named("P", c.integer("proof_size_num_public_values", 0, default=0))
    l_skip, n_stack = c.integer("l_skip", 0, 64), c.integer("n_stack", 0, 64)
    variables = named("H − l_skip", max(H - l_skip, 0))
    named("v", n_stack)
    w, t = named("w", c.integer("w_stack", 1)), [named("t", t) for t in c.integers("whir_num_queries", 1, 100_000)]
    m0, M, sigma = l_skip + n_stack, named("M", len(t)), named("σ", 2**l_skip - 1)
    depth = named("D", m0 + c.integer("log_blowup", 1, 64) - 4)

    preamble = 32 + h + 32 + 8 * ceiling(Fraction(A, 8)) + 64 * A + h + 32 + 32 * A + P * base
    gkr = base + ext + 32
    if A and interactions:
        R = named("R", l_skip + swirl_interaction_variables(c.field.p, l_skip, A, interactions, H))
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
    whir += sum(t[i] * (depth - i) * h for i in range(1, M)) + vec(named("2^(m_0 − 4M)", 2 ** (m0 - 4 * M)), ext)
    return preamble + gkr + batch + stacking + whir


def sizes_of(circuit):
    """{"expected": bits, "worst": bits} of a circuit's proof."""
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
