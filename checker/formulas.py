"""What the error terms of a circuit are: the published formulas, written down a second time.

Each function is one formula, with its theorem above it; section numbers are those of soundness.md. The functions at
the end say which terms a circuit has. Everything is exact (arithmetic.py). `named` gives a number the symbol that it
has in soundness.md, and if it is an input the keys of section 15 that it follows from; `holds` makes a decision. Both
only note what they are given.

F: size of the field; p: its characteristic; rho, k, n: rate, dimension and length of a code; delta: proximity
parameter; ell: list size; eta: gap to the Johnson radius; m: multiplicity.

References: [BCHKS25] eprint 2025/2055, [Ha22] 2022/1216, [Ha22L] 2022/1530, [PH23] 2023/1284, [ACFY24] 2024/390,
[ACFY24b] 2024/1586, [Jagged] 2025/917, [Gruen24] 2024/108, [SWIRL] openvm.dev/swirl.pdf, [BCIKS20] 2020/654,
[DG25] 2025/2010, [ethSTARK] 2021/582, [DKT26] 2026/2056.
"""

from fractions import Fraction
from math import prod

from arithmetic import E, ceiling, holds, largest, least, log2, named, provisional, sqrt, times, Number
from counts import pairwise_list
from parameters import Fault, SWIRL_SHAPES

half = Fraction(1, 2)


class Refused(Fault):
    """Parameters that no figure is given for."""


class NotCovered(Exception):
    """A circuit that a regime says nothing about."""


class Code:
    """A Reed-Solomon code: rate rho, dimension k (of folded codes also below 1), length n = k/rho. With them, the keys
    that they follow from, where they do from keys alone."""

    def __init__(self, rho, k, rho_keys=(), k_keys=(), n_keys=()):
        self.rho = named("ρ", rho, *rho_keys)
        self.k = named("k", k, *k_keys)
        self.n = named("n", Fraction(k) / rho, *n_keys)


class Decoding:
    """What a regime says of a code: proximity parameter, list size and the error of a line."""

    def __init__(self, delta, ell, error):
        self.delta = named("δ", delta)
        named("1 − δ", 1 - delta)
        self.ell = named("ℓ", ell)
        self.error = error


# ---- Section 2: the proven regimes, and 13: the conjectured ones

# [BCHKS25 Thm 1.3, Cor 1.4]: unique decoding.
def unique_decoding(code, F, delta=None):
    delta = (1 - code.rho) / 2 if delta is None else delta
    if not holds(1 - delta, "<", 1):
        raise Refused("there is no proximity parameter below the unique decoding radius")
    return Decoding(delta, 1, named("err", (delta * code.n + 1) / Number.of(F)))


# [BCHKS25 Thm 4.2], with the 2 in sqrt(rho)/(2 eta) that its authors confirmed.
def johnson_error(code, F, delta, m):
    root = sqrt(code.rho)
    M = named("M", m + half)
    dx = named("dx", M * code.n * root)
    dy = named("dy", M / root)
    dz = named("dz", largest(dy, M**2 / (3 * code.rho)))
    return named("err", (2 * dx * dy**2 * dz + dy * (delta * code.n + 1)) / F)


# Default gap: large fields have room for a smaller one.
def default_gap(code, F):
    root = sqrt(code.rho)
    if holds(F, ">", 2**150):
        return root / 100
    holds(code.rho / 20, "<", root / 100)
    return largest(code.rho / 20, root / 100)


# [BCHKS25 Thm 4.2]: the Johnson bound with a gap eta.
def johnson(code, F, gap=None):
    root = sqrt(code.rho)
    eta = named("η", default_gap(code, F) if gap is None else named("gap_to_radius", gap, "gap_to_radius"))
    delta = 1 - root - eta
    if not holds(1 - delta, "<", 1):
        raise Refused("gap_to_radius leaves no proximity parameter")
    m = named("m", largest(ceiling(root / (2 * eta)), 3))
    return Decoding(delta, 1 / (2 * eta * root), johnson_error(code, F, delta, m))


# [BCHKS25 Thm 4.2, remark after Lemma 3.1]: a multiplicity of one's own, m >= 1.
def pinned_johnson(code, F, m):
    root = sqrt(code.rho)
    named("m", m)
    eta = named("η", root / (2 * m))
    delta = 1 - root - eta
    if not holds(1 - delta, "<", 1):
        raise Refused(f"m = {m} leaves no proximity parameter")
    return Decoding(delta, (m + half) / root, johnson_error(code, F, delta, m))


# [BCIKS20 Conj. 8.4], list size [ACFY24 Conj. 5.6]; refuted as stated.
def capacity(code, F):
    eta = named("η", Fraction(code.rho) / 20)
    delta = 1 - code.rho - eta
    if not holds(1 - delta, "<", 1):
        raise NotCovered("no proximity parameter")
    return Decoding(delta, code.k / (code.rho * eta), named("err", code.k / (eta * code.rho**2 * Number.of(F))))


# [DG25 section 1.5]; heuristic.
def random_words(code, F):
    eta = named("η", code.rho * log2(E / code.rho) / log2(F))
    delta = 1 - code.rho - eta
    if not holds(1 - delta, "<", 1):
        raise NotCovered("no proximity parameter")
    return Decoding(delta, 1, named("err", (code.n + 1) / Number.of(F)))


# Batching B functions: by powers of one challenge, multilinear coefficients, or independent ones.
def batching_cost(mode, B, error):
    if mode == "powers":
        return (B - 1) * error
    if mode == "multilinear":
        return log2_ceiling(B) * error
    return error


def log2_ceiling(x):
    """⌈log2 x⌉ of an integer of at least 1."""
    return (x - 1).bit_length()


def ground(error, bits):
    """Section 2: proof-of-work of g bits."""
    return Number.of(error).scaled(-bits)


# ---- Section 3: FRI

# (1 - delta)^t: each query finds a word that is delta-far with probability delta at least.
def query_error(decoding, t):
    return (1 - decoding.delta) ** named("t", t, "num_queries")


def fri_terms(c, decode):
    terms = {}
    if c.B > 1:
        terms["batching"] = ground(batching_cost(c.mode, c.B, decode(c.code).error), c.grinding_batching)
    k = Fraction(c.code.k)
    for i, factor in enumerate(c.factors, 1):
        k /= factor
        error = batching_cost("powers", named("k_i", factor, "fri_folding_factors"), decode(Code(c.code.rho, k)).error)
        terms[f"commit round {i}"] = ground(error, c.grinding_commit)
    terms["query phase"] = ground(query_error(decode(c.code), c.t), c.grinding_query)
    return terms


# ---- Sections 4 and 5: WHIR and STIR

class Schedule:
    """Degrees 2^m_i and rates 2^-mu_i of each iteration, and of the last polynomial."""

    def __init__(self, table, family):
        self.M = M = table.integer("num_iterations", 1, 64)
        self.kappa = table.integers("folding_factors", 1, 62, M)
        m0, mu0 = table.integer("log_degree", 1, 64), table.integer("log_inv_rate", 1, 64)
        self.m = [m0 - sum(self.kappa[:i]) for i in range(M + 1)]
        self.mu = [mu0 + sum(self.kappa[:i]) - i for i in range(M + 1)]
        self.has_rates = table.has("whir_log_inv_rates")
        if table.has("whir_log_inv_rates"):
            self.mu = table.integers("whir_log_inv_rates", 1, 64, M + 1)
            steps = [self.mu[i + 1] - self.mu[i] for i in range(M)]
            if self.mu[0] != mu0 or not all(0 <= step <= kappa for step, kappa in zip(steps, self.kappa)):
                raise Refused(f"{table.place}: whir_log_inv_rates and folding_factors do not fit")
        if self.m[M] < 0:
            raise Refused(f"{table.place}: folding_factors fold more than log_degree")
        self.t = table.integers("num_queries", 1, 100_000, M)
        self.w = table.integers("num_ood_samples", 0, 100_000, M - 1)
        self.grinding_queries = table.integers("grinding_bits_queries", 0, 128, M)
        self.grinding_ood = table.integers("grinding_bits_ood", 0, 128, M - 1)
        self.grinding_batching = table.integer("grinding_batching_phase", 0, 128, 0)
        if family == "STIR":
            self.grinding_folding = table.integer("grinding_bits_folding", 0, 128, 0)
        else:
            self.d = table.integer("constraint_degree", 3)
            rows = table.get("grinding_bits_folding")
            if not isinstance(rows, list) or len(rows) != M:
                raise table.fault("grinding_bits_folding", f"an array of {M} arrays")
            self.grinding_folding = [
                table.row("grinding_bits_folding", row, 0, 128, kappa) for row, kappa in zip(rows, self.kappa)]
        widest = max([self.m[i] + self.mu[i] - self.kappa[i] for i in range(M)] + [self.m[M] + self.mu[M]])
        if widest > table.field.two_adicity:
            raise Refused(f"{table.place}: a domain is larger than the field's 2-adicity")

    def code(self, i, s=0):
        return Code(Fraction(1, 2 ** self.mu[i]), 2 ** (self.m[i] - s), self.rate_keys(i), self.degree_keys(i),
                    self.length_keys(i))

    # Pairs for `named`: of the first iteration there is nothing folded yet, but all may be said to follow from a list.

    def degree_keys(self, i):
        return ("log_degree,folding_factors", "") if i else ("log_degree", "folding_factors")

    def rate_keys(self, i):
        if self.has_rates:
            return "whir_log_inv_rates" if i else "", "log_inv_rate,folding_factors,whir_log_inv_rates"
        return ("log_inv_rate,folding_factors", "") if i else ("log_inv_rate", "folding_factors")

    def length_keys(self, i):
        return tuple(",".join(keys) for keys in zip(self.rate_keys(i), self.degree_keys(i)))

    def ood_grinding(self, i):
        """Proof-of-work that precedes no sample is none."""
        return self.grinding_ood[i - 1] if self.w[i - 1] else 0


SAMPLES, QUERIES, DEGREE = "num_ood_samples", "num_queries", "constraint_degree"


# [ACFY24b Thm 5.2], [ACFY24 Lemma 5.4]: two of ell codewords agree in w samples, each of so many challenges.
def out_of_domain(ell, degree, challenges, w):
    degree = named("2^m", degree, "log_degree,folding_factors")
    collision = named("2^m/F", Fraction(degree) / challenges)
    return ell**2 / 2 * collision ** named("w", named("s", w, SAMPLES), SAMPLES)


def whir_terms(c, decode):
    """[ACFY24b Thm 5.2]; decode(i, s) says what holds of the code C_{i,s}."""
    s, F, terms = c.schedule, c.field.size, {}
    if c.B > 1:
        terms["batching"] = ground(batching_cost(c.mode, c.B, decode(0, 0).error), s.grinding_batching)
    deltas = [least(*(decode(i, j).delta for j in range(s.kappa[i] + 1))) for i in range(s.M)]
    for i in range(s.M):
        for j in range(1, s.kappa[i] + 1):
            error = named("d", s.d, DEGREE) * Number.of(decode(i, j - 1).ell) / F + decode(i, j).error
            terms[f"fold(i={i},s={j})"] = ground(error, s.grinding_folding[i][j - 1])
    for i in range(1, s.M):
        w, t, ell = named("w", s.w[i - 1], SAMPLES), s.t[i - 1], Number.of(decode(i, 0).ell)
        if w > 0 or ell != 1:
            terms[f"OOD(i={i})"] = ground(out_of_domain(ell, 2 ** s.m[i], F, w), s.ood_grinding(i))
        error = (1 - deltas[i - 1]) ** named("t", t, QUERIES) + ell * (t + w) / F
        terms[f"Shift(i={i})"] = ground(error, s.grinding_queries[i - 1])
    terms["fin"] = ground((1 - deltas[-1]) ** named("t", s.t[-1], QUERIES), s.grinding_queries[-1])
    return terms


def stir_terms(c, decode):
    """[ACFY24 Lemma 5.4]; decode(i, kappa_i) says what holds of the folded code C_i'."""
    s, F, terms = c.schedule, c.field.size, {}
    if c.B > 1:
        terms["batching"] = ground(batching_cost(c.mode, c.B, decode(0, 0).error), s.grinding_batching)
    folded = [decode(i, s.kappa[i]) for i in range(s.M)]
    deltas = [least(decode(i, 0).delta, folded[i].delta) for i in range(s.M)]
    functions = [named("2^κ", 2**kappa, "folding_factors") for kappa in s.kappa]
    fold = [batching_cost("powers", functions[i], folded[i].error) for i in range(s.M)]
    terms["fold(i=0)"] = ground(fold[0], s.grinding_folding)
    for i in range(1, s.M):
        w, t, here = s.w[i - 1], s.t[i - 1], decode(i, 0)
        ell = Number.of(here.ell)
        if w > 0 or ell != 1:
            domain = 2 ** (s.m[i] + s.mu[i])
            terms[f"OOD(i={i})"] = ground(out_of_domain(ell, 2 ** s.m[i], F - domain, w), s.ood_grinding(i))
        error = (1 - deltas[i - 1]) ** named("t", t, QUERIES) + batching_cost("powers", t + w, here.error) + fold[i]
        terms[f"shift(i={i})"] = ground(error, s.grinding_queries[i - 1])
    terms["fin"] = ground((1 - deltas[-1]) ** named("t", s.t[-1], QUERIES), s.grinding_queries[-1])
    return terms


# ---- Section 6: DEEP-ALI

# [Ha22 Thm 8]: constraints combined by one challenge, over a list of ell codewords.
def ali(ell, C, F):
    return Number.of(ell) * C / F


# [Ha22 Thm 8]: the point out of the domain and of the trace's.
def deep(ell, d, c, code, F):
    return Number.of(ell) * (d * (code.k + c - 1) + (code.k - 1)) / (F - code.k - code.n)


def deep_ali_terms(c, ell):
    return {"ALI": ali(ell, c.C, c.field.size),
            "DEEP": ground(deep(ell, c.d, c.c, c.code, c.field.size), c.grinding_deep)}


# [Ha22 section 4.1.3]: multi-point quotients need more agreement than their degree.
def precondition(c, delta):
    if not holds(c.code.k + c.c, "<", (1 - delta) * c.code.n):
        raise Refused(f"{c.place}: opening_points = {c.c} leaves no quotient: k + c < (1 - delta) n is needed")


# Section 28: the root of the rate of dimension k + c, whose Johnson radius bounds delta where there is a list.
def enlarged_root(code, c):
    return sqrt(named("ρ⁺", Fraction(code.k + c) / Fraction(code.n)))


# Section 28: the list over the code of dimension k + c, at the same delta.
def enlarged_list(code, c, delta):
    """ℓ⁺, or None where delta is not below the Johnson radius of the larger code."""
    root = enlarged_root(code, c)
    if not holds(1 - delta, ">", root):
        return None
    eta = 1 - delta - root
    m = named("m⁺", largest(ceiling(root / (2 * eta)), 1))
    return named("ℓ⁺", named("ℓ", (m + half) / root))


# ---- Section 7: lookups

# [Ha22L], K lookups of H rows in all, fingerprints of degree R.
def logup(K, H, R, F):
    return K * H * Number.of(R) / F


# [PH23], the layers of GKR: x of them.
def logup_gkr(x, F):
    return times(times(half, x), times(3, x) + 1) / F


def lookup_terms(c, ell, strict):
    """ell is the list that a strict reading charges for; None: no bound."""
    terms = {}
    for lookup in c.lookups:
        name = lookup.get("name")
        H = lookup.integer("rows_L", 0) + lookup.integer("rows_T", 0)
        K = named("K", lookup.integer("num_lookups_M", 1, default=1), "num_lookups_M")
        S = named("S", lookup.integer("num_columns_S", 1, default=1), "num_columns_S")
        multivariate = lookup.choice("logup_type", ("univariate", "multivariate"), "univariate") == "multivariate"
        bits = lookup.integer("grinding_bits_lookup", 0, 128, 0)
        reduction = named("reduction_error", lookup.decimal("reduction_error", 0), "reduction_error")
        if not 0 <= reduction < 1:
            raise lookup.fault("reduction_error", "from 0 to below 1")
        if not isinstance(name, str) or not name:
            raise lookup.fault("name", "a text")
        if name in terms:
            raise Refused(f"{c.place}: two lookups have the name {name}")
        named("H", H, "rows_L,rows_T")
        if H == 0:
            continue
        R, is_multilinear = S, lookup.flag("multilinear_fingerprint", multivariate)
        note_lookup(c, lookup, K, (S,) * is_multilinear + (H, K) * multivariate, strict, ell)
        if is_multilinear:
            R = largest(ceiling(log2(S)) if strict else log2(S), 1)
        error = logup(K, H, named("R", R), c.field.size)
        if multivariate:
            x = ceiling(log2(H)) + ceiling(log2(K)) if strict else log2(H) + log2(K)
            error += logup_gkr(Number.of(named("v", x)), c.field.size) + reduction
        if strict and ell is None:
            error = Number.of(1)
        elif strict and ell != 1:
            error = named("ε for one witness", error) * ell
        terms[name] = ground(error, bits)
    return terms


# Sections 7 and 19: what the figure of a lookup leaves out or presupposes; logarithms are taken of the counts.
def note_lookup(c, lookup, K, counted, strict, ell):
    if not strict and ell != 1:
        provisional(lookup.get("name"), "it leaves out the list that a commitment may stand for")
    elif not strict and any(count & (count - 1) for count in counted):
        provisional(lookup.get("name"), "its logarithms are not rounded up")
    p = c.field.p
    most = lookup.integer("max_multiplicity", 1) if lookup.has("max_multiplicity") else p
    if K * lookup.integer("rows_L", 0) >= p and most >= p:
        provisional(lookup.get("name"), f"it holds only if no value is looked up p = {p} times")


# ---- Section 8: Jagged

# [Jagged]: from the jagged polynomial to the dense one.
def reduce_to_dense(columns, lam, F):
    return Fraction(named("⌈log2 W⌉", log2_ceiling(columns), "trace_columns") + times(2, lam) + 2 * (2 * lam + 2), F)


# [Gruen24 App. A.2]
def zerocheck(C, d, rows, F):
    return Fraction(C + times(d + 2, named("⌈log2 N⌉", log2_ceiling(rows), "trace_length")), F)


def jagged_terms(c):
    columns, rows = c.integer("trace_columns", 1), c.integer("trace_length", 1)
    C = named("C", c.integer("num_constraints", 1), "num_constraints")
    d = named("d", c.integer("air_max_degree", 1), "air_max_degree")
    return {"reduce to dense PCS": Number.of(reduce_to_dense(columns, dense_variables(c), c.field.size)),
            "zerocheck": Number.of(zerocheck(C, d, rows, c.field.size))}


def dense_variables(c):
    """λ"""
    length = "dense_length" if c.pcs == "FRI_STARK" else "log_degree"
    return named("λ", log2_ceiling(int(c.code.k)) + log2_ceiling(c.B), f"{length},dense_batch")


# ---- Section 9: SWIRL

SWIRL_DOMAIN = "l_skip,n_stack,log_blowup"

# Bits sampled from an element of the base field are biased.
def effective_grinding(p, bits):
    return named(f"g({bits})", Fraction(p // 2**bits + 1, p) if bits > 0 else Fraction(1))


def root_of_two(exponent):
    """2^(exponent/2)"""
    return sqrt(Fraction(2) ** exponent)


class SwirlRegime:
    """Unique decoding, or lists of a multiplicity m."""

    def __init__(self, m, p, F):
        self.m, self.p, self.F = m, named("p", p, "field"), F
        if m is not None:
            named("m", m, "explicit_m")
            self.M = named("M̄", m + half)

    def ell(self, mu):
        named("ρ", Fraction(1, 2**mu), "log_blowup")
        if self.m is None:
            return named("ℓ", Number.of(1))
        return named(f"ℓ({mu})", named(f"dy({mu})", self.M * root_of_two(mu)))

    def alpha(self, mu):
        """1 - delta"""
        if self.m is None:
            alpha = (1 + Fraction(1, 2**mu)) / 2
        else:
            alpha = root_of_two(-mu) * (1 + Fraction(1, 2 * self.m))
        holds(alpha, "<", 1)
        return named(f"α({mu})", least(1, alpha))

    # [BCHKS25 Thm 1.3, Thm 4.2]: exceptional challenges of a line.
    def exceptional(self, deg, mu):
        N = named("N", 2 ** (deg + mu), SWIRL_DOMAIN)
        if self.m is None:
            return named(f"A({deg},{mu})", N)
        rho = named("ρ", Fraction(1, 2**mu), "log_blowup")
        root = sqrt(rho)
        gamma = named(f"γ({mu})", 1 - root - root / (2 * self.m))
        if not holds(1 - gamma, "<", 1):
            raise Refused(f"explicit_m = {self.m} leaves no proximity parameter at rate {rho}")
        dx, dy = self.M * N * root, named(f"dy({mu})", self.M / root)
        dz = named(f"dz({mu})", largest(dy, self.M**2 / (3 * rho)))
        return named(f"A({deg},{mu})", ceiling(2 * dx * dy**2 * dz + dy * (gamma * N + 1)))

    def proximity(self, deg, mu, functions):
        return Number.of((functions - 1) * self.exceptional(deg, mu)) / self.F

    # One query hits a disagreement; positions are p mod 2^q more likely than they should be.
    def hit(self, deg, mu):
        positions = named("2^q", 2 ** (deg + mu), SWIRL_DOMAIN)
        r, alpha = named("r", self.p % positions, f"field,{SWIRL_DOMAIN}"), self.alpha(mu)
        return least(1, alpha * (1 - Fraction(r, self.p)) + least(alpha * positions, r) / self.p)


def swirl_interaction_variables(cap, l_skip, airs, interactions, height):
    """ν(cap)"""
    return max(min(log2_ceiling(cap) - l_skip,
                   log2_ceiling(airs) + log2_ceiling(interactions) + height - l_skip), 0)


def swirl_terms(c):
    p, F = c.field.p, c.field.size
    l_skip, n_stack = c.integer("l_skip", 0, 64), c.integer("n_stack", 0, 64)
    w, mu0 = named("w", c.integer("w_stack", 1), "w_stack"), c.integer("log_blowup", 1, 64)
    queries = c.integers("whir_num_queries", 1, 100_000)
    folding = effective_grinding(p, c.integer("whir_folding_pow_bits", 0, 128))
    g_mu = effective_grinding(p, c.integer("whir_mu_pow_bits", 0, 128))
    g_query = effective_grinding(p, c.integer("whir_query_phase_pow_bits", 0, 128, 20))
    m = c.integer("explicit_m", 1) if c.regime() == "list" else None
    regime, m0 = SwirlRegime(m, p, F), l_skip + n_stack
    if not queries or 4 * len(queries) > m0:
        raise Refused(f"{c.place}: whir_num_queries has more rounds than l_skip + n_stack allow")

    mu_batching, gaps, sumchecks, folds, query, gamma, shifts, ood = [], [], [], [], [], [], [], []
    if w > 1:
        mu_batching.append(named("mu", regime.proximity(m0, mu0, w) * g_mu))
    deg, mu = m0, mu0
    widest = 0
    for i, t in enumerate(queries):
        for s in range(1, 5):
            deg -= 1
            gaps.append(named(f"gap({i},{s})", regime.proximity(deg, mu, 2) * folding))
            sumchecks.append(named(f"sumcheck({i})", 3 * regime.ell(mu) * folding / F))
            folds.append(named(f"fold({i},{s})", gaps[-1] + sumchecks[-1]))
        widest = max(widest, deg + mu)
        mass = named(f"mass({i})", regime.hit(deg, mu))
        query.append(named(f"query({i})", mass ** named("t", t, "whir_num_queries") * g_query))
        mu += 3
        gamma.append(named(f"batch({i})", (t + 1) * regime.ell(mu) / F))
        shifts.append(named(f"shift({i})", query[-1] + gamma[-1]))
        if i < len(queries) - 1:
            degree = named("2^(deg−1)", Fraction(2) ** (deg - 1), "l_skip,n_stack")
            ood.append(named(f"ood({i})", degree * regime.ell(mu) ** 2 / F))
    if widest > c.field.two_adicity:
        raise Refused(f"{c.place}: a domain is larger than the field's 2-adicity")

    terms = {"whir_mu_batching": largest(*mu_batching)} if mu_batching else {}
    terms.update({"whir_proximity_gaps": largest(*gaps), "whir_sumcheck": largest(*sumchecks),
                  "whir_fold_rbr": largest(*folds), "whir_query": largest(*query),
                  "whir_gamma_batching": largest(*gamma), "whir_shift_rbr": largest(*shifts)})
    if ood:
        terms["whir_ood_rbr"] = largest(*ood)
    terms["whir"] = largest(*mu_batching, *folds, *shifts, *ood)
    terms.update(swirl_iop_terms(c, l_skip, regime.ell(mu0)))
    return terms


def swirl_iop_terms(c, l_skip, L):
    """LogUp, GKR, zerocheck and the reduction to the stacked matrix; L: list size of the stacked columns."""
    F = c.field.size
    C, airs, height, columns, interactions = (c.shape(key, "soundness") for key in SWIRL_SHAPES)
    keys = {key: c.shape_keys("soundness", key) for key in SWIRL_SHAPES}
    named("C", C, *keys["max_constraints_per_air"])
    named("K", airs, *keys["num_airs"])
    named("W", columns, *keys["num_trace_columns"])
    if airs < 1 or interactions < 1:
        raise Refused(f"{c.place}: num_airs and max_interactions_per_air must be at least 1")
    I = named("I", c.integer("logup_max_interaction_count", 1), "logup_max_interaction_count")
    message = named("2^len", 2 ** c.integer("logup_log_max_message_length", 0, 64), "logup_log_max_message_length")
    g_logup = effective_grinding(c.field.p, c.integer("logup_pow_bits", 0, 128))
    d, sigma = named("d", c.integer("constraint_degree", 1), DEGREE), named("σ", 2**l_skip - 1, "l_skip")
    nu = swirl_interaction_variables(I, l_skip, airs, interactions, height)
    read, others = c.shape_keys("soundness", "num_airs", "max_log_trace_height", "max_interactions_per_air")
    x = named("x", max(max(height - l_skip, 0) - nu, 0), f"l_skip,{read},logup_max_interaction_count", others)
    return {
        "logup": 2 * I * message * L * g_logup / F,
        "gkr_sumcheck": Number.of(3) / F,
        "gkr_batching": Number.of(1) / F,
        "zerocheck_sumcheck": largest(times(d + 1, sigma), d + 1) * L / F,
        "stacked_reduction": largest(times(2, columns), times(2, sigma), 2) * L / F,
        "constraint_batching": largest(largest(x, 3) + sigma + (C - 1), 3 * airs - 1) * L / F,
    }


# ---- Section 22: DKT's regimes, from stated counts and lists

class Dkt:
    """Counts E(n, k, A, ℓ) and lists Λ(n, D, A) that a certificate states with their proofs."""

    def __init__(self, counts, lists, agreements):
        self.counts, self.lists, self.agreements = counts, lists, agreements
        self.used = set()

    def count(self, n, k, A, ell):
        """E: at most so many challenges are exceptional on a curve of degree ell."""
        key = ("count", n, k, A, ell)
        self.used.add(key)
        if ell == 0 or k >= n:
            return 0
        if key not in self.counts:
            raise Fault(f"no count is stated for n = {n}, k = {k}, agreement {A}, degree {ell}")
        return named("E", self.counts[key])

    def list(self, n, D, A):
        key = ("list", n, D, A)
        self.used.add(key)
        if key not in self.lists:
            raise Fault(f"no list is stated for n = {n}, degree {D}, agreement {A}")
        return named("ℓ", named("Λ", self.lists[key]))

    # [DKT26 Cor 7.8], section 20.3
    def batching(self, mode, B, n, k, A, F):
        if mode == "powers":
            return Number.of(self.count(n, k, A, B - 1)) / F
        if mode == "multilinear":
            return log2_ceiling(B) * Number.of(self.count(n, k, A, 1)) / F
        return Number.of(self.count(n, k, A, 1)) / (F - 1)


def ceil_div(a, b):
    return -(-a // b)


def dkt_fri_terms(c, dkt):
    F, n, N, terms = c.field.size, int(c.code.n), int(c.code.k), {}
    A = named("A", dkt.agreements[0], "")
    if not (holds(N, "<", A) and holds(N + c.c, "<", A) and holds(A, "<=", n - 1)):
        raise Fault(f"{c.place}: the agreement {A} is not admissible")
    if c.B > 1:
        terms["batching"] = ground(dkt.batching(c.mode, c.B, n, N, A, F), c.grinding_batching)
    folded = 1
    for i, factor in enumerate(c.factors, 1):
        folded *= factor
        if N % folded:
            raise NotCovered("folding goes past dimension 1")
        count = dkt.count(n // folded, max(1, ceil_div(N, folded)), ceil_div(A, folded), factor - 1)
        terms[f"commit round {i}"] = ground(Number.of(count) / F, c.grinding_commit)
    alpha = Number.of(named("1 − δ", Fraction(A, n)))
    terms["query phase"] = ground(alpha ** named("t", c.t, QUERIES), c.grinding_query)
    ell = dkt.list(n, N + c.c - 1, A)
    return terms, ell


def dkt_whir_terms(c, dkt, family):
    s, F, terms = c.schedule, c.field.size, {}
    n = [int(s.code(i).n) for i in range(s.M)]
    A = [named("A", a, "") for a in dkt.agreements]
    for i in range(s.M):
        if not (holds(2 ** s.m[i], "<", A[i]) and holds(A[i], "<=", n[i] - 1)):
            raise Fault(f"{c.place}: the agreement {A[i]} of iteration {i} is not admissible")
    if not holds(2 ** s.m[0] + c.c, "<", A[0]):
        raise Fault(f"{c.place}: the agreement {A[0]} is not admissible")

    def count(i, j, ell):
        return Number.of(dkt.count(n[i] >> j, 2 ** (s.m[i] - j), ceil_div(A[i], 2**j), ell))

    def size(i, j):
        return Number.of(dkt.list(n[i] >> j, 2 ** (s.m[i] - j) - 1, ceil_div(A[i], 2**j)))

    def queries(i):
        return Number.of(named("1 − δ", Fraction(A[i], n[i]))) ** named("t", s.t[i], QUERIES)

    if c.B > 1:
        error = dkt.batching(c.mode, c.B, n[0], 2 ** s.m[0], A[0], F)
        terms["batching"] = ground(error, s.grinding_batching)
    if family == "STIR":
        fold = [count(i, s.kappa[i], 2 ** s.kappa[i] - 1) / F for i in range(s.M)]
        terms["fold(i=0)"] = ground(fold[0], s.grinding_folding)
    else:
        for i in range(s.M):
            for j in range(1, s.kappa[i] + 1):
                error = named("d", s.d, DEGREE) * size(i, j - 1) / F + count(i, j, 1) / F
                terms[f"fold(i={i},s={j})"] = ground(error, s.grinding_folding[i][j - 1])
    for i in range(1, s.M):
        w, t = s.w[i - 1], s.t[i - 1]
        ell = None
        if family != "STIR" or w > 0:
            ell = size(i, 0)
        elif ("list", n[i], 2 ** s.m[i] - 1, A[i]) in dkt.lists:
            ell = size(i, 0)
        elif pairwise_list(n[i], 2 ** s.m[i] - 1, A[i]) != 1:  # a longer list is a term: leaving it out must not pass
            raise Fault(f"{c.place}: no list is stated for iteration {i}, which has no sample out of the domain")
        challenges = F - n[i] if family == "STIR" else F
        if ell is not None and (w > 0 or ell != 1):
            terms[f"OOD(i={i})"] = ground(out_of_domain(ell, 2 ** s.m[i], challenges, w), s.ood_grinding(i))
        if family == "STIR":
            error = queries(i - 1) + count(i, 0, t + w) / F + fold[i]
            terms[f"shift(i={i})"] = ground(error, s.grinding_queries[i - 1])
        else:
            error = queries(i - 1) + ell * (t + w) / F
            terms[f"Shift(i={i})"] = ground(error, s.grinding_queries[i - 1])
    terms["fin"] = ground(queries(s.M - 1), s.grinding_queries[-1])
    ell = dkt.list(n[0], 2 ** s.m[0] + c.c - 1, A[0])
    return terms, ell


# ---- Which terms a circuit has

PROVEN = ("UDR", "JBR", "JBR-best", "DKT-Johnson", "DKT-first-order")
CONJECTURED = ("toy", "capacity", "random-words")


class Parameters:
    """The parameters of a circuit of FRI, WHIR, STIR or Jagged, read once, with section 3 to 8's refusals."""

    def __init__(self, circuit):
        c = circuit
        self.place, self.field, self.lookups, self.circuit = c.place, c.field, c.lookups, c
        self.jagged, self.pcs = c.family == "JAGGED", c.dense_family()
        self.integer = c.integer
        named("F", c.field.size, "field")
        key = "dense_batch" if self.jagged else "batch_size"
        self.B = named("B", c.integer(key, 1), key)
        powers, multilinear = c.flag("power_batching"), c.flag("multilinear_batching", False)
        self.mode = "powers" if powers else "multilinear" if multilinear else "affine"
        if self.mode == "multilinear":
            named("⌈log2 B⌉", log2_ceiling(self.B), key)
        if self.pcs == "FRI_STARK":
            self._read_fri(c)
        else:
            if multilinear:
                raise Refused(f"{c.place}: multilinear_batching must be false")
            self.schedule = Schedule(c, self.pcs)
            self.code = self.schedule.code(0)
            if self.jagged and c.has("dense_length") and c.get("dense_length") != self.code.k:
                raise Refused(f"{c.place}: dense_length is not 2^log_degree")
        if not self.jagged:
            self._read_deep_ali(c)
        if self.pcs == "STIR":
            self._check_stir()

    def _read_fri(self, c):
        rho = c.decimal("rho")
        if not 0 < rho < 1 or rho.numerator != 1 or rho.denominator & (rho.denominator - 1):
            raise c.fault("rho", "a power of two below 1")
        self.length_key = "dense_length" if self.jagged else "trace_length"
        self.code = Code(rho, c.power_of_two(self.length_key), ("rho",), (self.length_key,))
        self.t = c.integer("num_queries", 1, 100_000)
        self.factors = c.integers("fri_folding_factors", 2, 2**63 - 1)
        self.grinding_query = c.integer("grinding_query_phase", 0, 128, 0)
        self.grinding_batching = c.integer("grinding_batching_phase", 0, 128, 0)
        self.grinding_commit = 0 if self.jagged else c.integer("grinding_commit_phase", 0, 128, 0)
        domain = size = int(self.code.n)
        for factor in self.factors:
            if factor & (factor - 1):
                raise c.fault("fri_folding_factors", "powers of two")
            domain //= factor
        if not self.factors or domain != c.integer("fri_early_stop_degree", 1):
            raise Refused(f"{c.place}: fri_folding_factors do not end at fri_early_stop_degree")
        if size > 2**c.field.two_adicity:
            raise Refused(f"{c.place}: the domain is larger than the field's 2-adicity")

    def _read_deep_ali(self, c):
        key = "num_constraints"
        if c.family == "FRI_STARK" and not c.has(key):
            key = "num_columns"  # section 14: num_constraints := num_columns
        self.C = named("C", c.integer(key, 1), key)
        self.d = named("d", c.integer("air_max_degree", 1), "air_max_degree")
        self.c = named("c", c.integer("opening_points", 1), "opening_points")
        self.grinding_deep = c.integer("grinding_deep", 0, 128, 0)
        self.gap = None
        if c.has("gap_to_radius"):
            self.gap = c.decimal("gap_to_radius")
            if not 0 < self.gap < 1:
                raise c.fault("gap_to_radius", "between 0 and 1")
        if self.field.size <= self.code.k + self.code.n:
            raise Refused(f"{c.place}: the field is not larger than k + n")

    def _check_stir(self):
        s = self.schedule
        for i in range(s.M):
            if self.field.size <= 2 ** (s.m[i] + s.mu[i]):
                raise Refused(f"{self.place}: the field is not larger than a domain")
            if i and s.t[i - 1] + s.w[i - 1] >= 2 ** s.m[i]:
                raise Refused(f"{self.place}: num_queries and num_ood_samples leave no quotient in iteration {i}")


def coverage(circuit, regime):
    """Raises NotCovered where the regime says nothing of the circuit, whatever is chosen."""
    explicit = explicit_regime(circuit)
    if regime not in PROVEN + CONJECTURED:
        raise Fault(f"unknown regime {regime}")
    if circuit.family == "SWIRL":
        if regime != ("JBR" if explicit == "list" else "UDR"):
            raise NotCovered("SWIRL has the regime that it is configured for")
        return
    if regime in PROVEN and {"unique": regime != "UDR", "list": regime == "UDR"}.get(explicit, False):
        raise NotCovered(f"explicit_regime is {explicit}")
    if circuit.family == "JAGGED" and regime != "UDR":
        raise NotCovered("Jagged is analysed under unique decoding only")
    if regime == "toy" and circuit.family != "FRI_STARK":
        raise NotCovered("the toy problem is of FRI")


def chooses(regime):
    """Whether the regime answers for a choice that the analyst makes."""
    return regime == "JBR-best" or regime.startswith("DKT")


def has_choice(circuit, regime, accounting):
    """Whether any choice of JBR-best or DKT is admissible. The least multiplicity and the largest agreement are if
    any is: every condition is easier there."""
    c = Parameters(circuit)
    if regime == "JBR-best":
        iterations = 1 if c.pcs == "FRI_STARK" else c.schedule.M
        for m in ("JBR", 1, 2):
            try:
                pcs_terms(c, regime, accounting == "strict", [m] * iterations, None)
                return True
            except Refused:
                continue
        return False
    n, k = int(c.code.n), int(c.code.k)
    if c.pcs == "FRI_STARK" and k % prod(c.factors):
        return False
    return k + c.c < n - 1 and n * (k + c.c - 1) < (n - 1) ** 2


def terms_of(circuit, regime, accounting, choice=None, dkt=None):
    """The terms of a circuit under a regime, each with its exact error, those without error left out.

    choice: the multiplicities of JBR-best, one an iteration, or "JBR" for its own. dkt: stated counts and lists.
    Raises NotCovered where the regime says nothing of the circuit, Refused where no figure may be given."""
    coverage(circuit, regime)
    if circuit.family == "SWIRL":
        terms = swirl_terms(SwirlParameters(circuit))
    else:
        terms = pcs_terms(Parameters(circuit), regime, accounting == "strict", choice, dkt)
    return {term: Number.of(error) for term, error in terms.items() if Number.of(error) != 0}


def explicit_regime(circuit):
    choices = (None, "unique") if circuit.family == "JAGGED" else ("unique", "list", None)
    return circuit.choice("explicit_regime", choices[:2] if circuit.family == "SWIRL" else choices)


class SwirlParameters:
    """The circuit's table, for SWIRL."""

    def __init__(self, circuit):
        named("F", circuit.field.size, "field")
        self.place, self.field = circuit.place, circuit.field
        self.integer, self.integers = circuit.integer, circuit.integers
        self.shape, self.shape_keys = circuit.shape, circuit.shape_keys
        self.regime = lambda: explicit_regime(circuit)


# [ethSTARK 5.9.1]; contradicted near capacity.
def toy_problem(c):
    error = Fraction(1, c.field.size) + ground(c.code.rho ** named("t", c.t, QUERIES), c.grinding_query)
    return {"toy problem": error}


def pcs_terms(c, regime, strict, choice, dkt):
    if regime == "toy":
        return toy_problem(c)
    if regime.startswith("DKT"):
        if c.pcs == "FRI_STARK":
            terms, ell = dkt_fri_terms(c, dkt)
        else:
            terms, ell = dkt_whir_terms(c, dkt, c.pcs)
        enlarged = ell
    else:
        decode = decoder(c, regime, strict, choice)
        if c.pcs == "FRI_STARK":
            first = decode(c.code)
            terms = fri_terms(c, decode)
        else:
            first = decode(0, 0)
            terms = (stir_terms if c.pcs == "STIR" else whir_terms)(c, decode)
        ell = enlarged = first.ell
        if not c.jagged:
            precondition(c, first.delta)
            if regime == "JBR" and not strict:
                if not 1 - first.delta > enlarged_root(c.code, c.c):
                    provisional("ALI", "no list bound holds at dimension k + c")
                    provisional("DEEP", "no list bound holds at dimension k + c")
            elif regime in ("JBR", "JBR-best"):
                larger = enlarged_list(c.code, c.c, first.delta)
                if larger is None and regime == "JBR-best":
                    raise Refused(f"{c.place}: m = {choice[0]} leaves no list bound at dimension k + c")
                enlarged = larger
                if strict and regime == "JBR" and larger is not None:
                    # section 28 has ell+ alone; never below the default's list, the figure is never better than it
                    enlarged = named("ℓ", largest(ell, larger))
    if c.jagged:
        terms.update(jagged_terms(c))
    elif enlarged is None:
        terms.update({"ALI": Number.of(1), "DEEP": Number.of(1)})
    else:
        terms.update(deep_ali_terms(c, enlarged))
    for name, error in lookup_terms(c, enlarged, strict).items():
        if name in terms:
            raise Refused(f"{c.place}: a lookup has the name of another term: {name}")
        terms[name] = error
    return terms


def decoder(c, regime, strict, choice):
    """What the regime says of each code: by code for FRI, by (i, s) for WHIR and STIR."""
    F = c.field.size
    delta = None
    if regime == "UDR" and strict and not c.jagged:  # section 28: the radius of the code of dimension k + c
        delta = (1 - named("ρ⁺", Fraction(c.code.k + c.c) / c.code.n)) / 2

    def decode(code, i=0):
        if regime == "UDR":
            return unique_decoding(code, F, delta if i == 0 else None)
        if regime == "JBR" or (regime == "JBR-best" and choice[i] == "JBR"):
            return johnson(code, F, c.gap)
        if regime == "JBR-best":
            return pinned_johnson(code, F, choice[i])
        return (capacity if regime == "capacity" else random_words)(code, F)

    if c.pcs == "FRI_STARK":
        return decode
    known = {}

    def decode_iteration(i, s):
        if (i, s) not in known:
            known[i, s] = decode(c.schedule.code(i, s), i)
        return known[i, s]

    return decode_iteration


# ---- What a certificate may ask of a circuit besides

def length(circuit, iteration):
    """Of the code of an iteration, of which agreements are a part."""
    c = Parameters(circuit)
    if c.pcs == "FRI_STARK":
        return int(c.code.n)
    return 2 ** (c.schedule.m[iteration] + c.schedule.mu[iteration])


def johnson_multiplicity(circuit, iteration):
    """The m of JBR, of the code of an iteration."""
    c = Parameters(circuit)
    code = c.code if c.pcs == "FRI_STARK" else c.schedule.code(iteration)
    eta = default_gap(code, c.field.size) if c.gap is None else c.gap
    return max(ceiling(sqrt(code.rho) / (2 * eta)), 3)


# ---- Section 17: how many proofs of each circuit a full tree has

def tree_counts(zkvm):
    """{circuit: N_C}"""
    circuits = {circuit.name: circuit for circuit in zkvm.circuits}
    verifies = {name: verified(circuit, circuits) for name, circuit in circuits.items()}
    if not any(verifies.values()):
        raise Refused("the file describes no tree")
    by_others = {child for name, children in verifies.items() for child in children if child != name}
    final = [name for name in circuits if name not in by_others]
    if len(final) != 1:
        raise Refused(f"{len(final)} circuits are verified by no other")
    counts, outputs = {}, {}

    def visit(name, above):
        if name in above:
            raise Refused(f"{name} verifies itself through others")
        if name in counts:
            return
        children = [child for child in verifies[name] if child != name]
        for child in children:
            visit(child, above + (name,))
        counts[name], outputs[name] = tree_step(zkvm, circuits[name], name in verifies[name],
                                                [outputs[child] for child in children])

    visit(final[0], ())
    if len(counts) < len(circuits):
        raise Refused("a circuit is not part of the tree")
    if outputs[final[0]] > 1:
        raise Refused(f"nothing joins the proofs of {final[0]}")
    return counts


def verified(circuit, circuits):
    names = circuit.get("verifies", [])
    if not isinstance(names, list) or not all(isinstance(name, str) and name in circuits for name in names):
        raise circuit.fault("verifies", "an array of names of circuits")
    return names


def tree_step(zkvm, circuit, itself, inputs):
    """(N_C, outputs) of a circuit, from the outputs of those that it verifies."""
    arity = circuit.integer("arity", 1, default=1)
    leaves = zkvm.recursion.get("max_leaf_proofs")
    if not inputs:
        if isinstance(leaves, dict):
            leaves = leaves.get(circuit.name)
        if isinstance(leaves, bool) or not isinstance(leaves, int) or leaves < 1:
            raise Refused(f"max_leaf_proofs says nothing of {circuit.name}")
        return leaves, 1 if itself else leaves
    if isinstance(leaves, dict) and circuit.name in leaves:
        raise Refused(f"max_leaf_proofs names {circuit.name}, which is no leaf")
    if not itself:
        return ceil_div(sum(inputs), arity), ceil_div(sum(inputs), arity)
    if arity < 2:
        raise Refused(f"{circuit.name} joins proofs with an arity below 2")
    return max(1, ceil_div(sum(inputs) - 1, arity - 1)), 1
