"""Counts of exceptional challenges and sizes of lists, from a stated proof: soundness.md, sections 20 and 21.

[DKT26]: Dao, Kominers, Thaler, eprint 2026/2056. A code is a length n, a dimension k and an agreement A; D = k - 1.
Nothing is searched for: any proof whose conditions hold bounds the count, and which one is best does not matter
here. All of it is integers and fractions.
"""

import re
from fractions import Fraction
from functools import lru_cache
from math import comb

from parameters import Fault

LARGEST_MU = 20_000  # of first order, whose sums are added up one by one
PROOF = (r"recipe m=([0-9]{1,30})|m=([0-9]{1,8}) M=([0-9]{1,8}) mu=([0-9]{1,12})"
         r"|(constant code|k = n|pairwise)")


class Proof:
    """A stated proof: "recipe m=3", "m=34 M=0 mu=48", "constant code" (dimension 1) or, of lists, "pairwise"."""

    def __init__(self, text):
        match = re.fullmatch(PROOF, text)
        if not match:
            raise Fault(f"unknown proof {text[:60]!r}")
        self.text = text
        self.kind = match[5] or ("recipe" if match[1] else "profile")
        if self.kind == "recipe":
            self.m = int(match[1])
        elif self.kind == "profile":
            self.m, self.M, self.mu = int(match[2]), int(match[3]), int(match[4])

    def is_first_order(self):
        return self.kind == "profile" and self.M > 0


def demand(condition, text):
    if not condition:
        raise Fault(text)


def psi(D, B):
    return 1 + (2 * D - 1) * (2 * B - 1) + 2 * max(0, B - 2 * D - 1)


# [DKT26 Thm 5.12]: exceptional challenges of an interpolant of order zero.
def order_zero(n, D, A, B, H, ell):
    return (2 * B - 1) * H + Fraction(n - D, A - D) * (ell * B + H * psi(D, B)) + ell * (n - D - 1) * B


# Words that agree with a constant in two places at most C(n, 2) challenges, A - 1 or more of them each.
def constant_count(n, A, ell):
    return ell * comb(n, 2) // max(1, A - 1)


# [DKT26 Prop B.1, Lemma 5.3, section 7.2, eq. (88)], any characteristic; every m that meets the condition is allowed.
def recipe_count(n, k, A, ell, m):
    """(E, H)"""
    D = k - 1
    demand(D >= 1, "the recipe is for dimensions of at least 2")
    demand(n * D < A * A, "the recipe needs n (k - 1) < A^2")
    demand(m >= 3 and (2 * m + 1) ** 2 * D * n <= (2 * m * A) ** 2, f"m = {m} is below what the agreement asks for")
    s = _least(lambda s: 4 * D * s * s >= (2 * m + 1) ** 2 * n)
    h = ((2 * m + 1) ** 2 * n - 1) // (12 * D)
    H = ell * (h + 1) - 1
    return int(order_zero(n, D, A, s - 1, H, ell) // 1), H


def _least(condition):
    high = 1
    while not condition(high):
        high *= 2
    low = high // 2
    while low + 1 < high:
        middle = (low + high) // 2
        low, high = (low, middle) if condition(middle) else (middle, high)
    return high


# The interpolation of order zero with a multiplicity and a degree of one's own (M = 0 of the next).
def tuned_count(n, k, A, ell, p, m, B):
    """(E, h)"""
    D = k - 1
    demand(D >= 1 and n * D < A * A, "a profile of order zero needs n (k - 1) < A^2")
    demand(p > D, f"a profile needs a characteristic above k - 1, not {p}")
    demand(1 <= B <= (m * A - 1) // D, f"mu = {B} is not from 1 to (m A - 1)/(k - 1)")
    b = min(B, m - 1)
    S1 = (B + 1) * m * A - D * (B * (B + 1) // 2) - n * ((b + 1) * m - b * (b + 1) // 2)
    S2 = (m * A * (B * (B + 1) // 2) - D * (B * (B + 1) * (2 * B + 1) // 6)
          - n * (m * (b * (b + 1) // 2) - b * (b + 1) * (2 * b + 1) // 6))
    demand(S1 > 0, "the profile interpolates nothing")
    h = max(ell * B, ell * S2 // S1)
    return int(order_zero(n, D, A, B, h, ell) // 1), h


# [DKT26 Prop 5.10, Lemma 3.12, Lemma 5.6 eq. (55)]: unknowns N_t and conditions r_t of the interpolant.
@lru_cache(maxsize=4096)
def first_order_sums(n, D, A, m, M, mu):
    """(S1, S2)"""
    S1 = S2 = 0
    for t in range(mu + 1):
        unknowns = sum(max(0, m * A + b - D * t) for b in range(min(t, M) + 1))
        conditions = sum(min(m - s, max(0, min(t, s) + 1 - max(0, t - M)))
                         for s in range(m) if s + (D - 1) * t < m * A)
        S1 += unknowns - n * conditions
        S2 += t * (unknowns - n * conditions)
    return S1, S2


def first_order_guard(n, D, A, p, m, M, mu):
    demand(D >= 1, "a profile of first order is for dimensions of at least 2")
    demand(p > max(D, M), f"a profile of first order needs a characteristic above {max(D, M)}, not {p}")
    demand(2 <= m <= 40 and 1 <= M < m and M <= mu <= (m * A + M - 1) // D, "the profile is not of the grid")
    demand(mu <= LARGEST_MU, f"a profile beyond mu = {LARGEST_MU}")


def derivative_degrees(D, M, mu):
    """(u, v, Phi, B'): degrees of the discriminants."""
    tau = max(0, 2 * D - 3)
    u = 1 + tau * (mu - 1)
    v = min(u, tau * (M - 1) + D)
    return u, v, mu * v + M * (u - v), max(mu, (2 * M - 1) * mu - M * M)


def first_order_count(n, k, A, ell, p, m, M, mu):
    """(E, h)"""
    D = k - 1
    first_order_guard(n, D, A, p, m, M, mu)
    S1, S2 = first_order_sums(n, D, A, m, M, mu)
    demand(S1 > 0, "the profile interpolates nothing")
    h = max(ell * mu, ell * S2 // S1)
    u, v, Phi, B = derivative_degrees(D, M, mu)
    J = h * (2 * u * v - v * v) + 2 * (ell + max(0, 2 * D - 3) * h) * Phi
    rest = order_zero(n, D, A, B, (2 * M - 1) * h, ell)

    def count(L):
        return (Fraction(n - L + 1, A - L + 1) * Fraction(n - D, A - D) * J
                + Fraction(ell * (n - L) * (n - D), L - D) * Phi + rest)

    low, high = D + 1, A  # convex in the threshold L: the least is where it stops to fall
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if count(middle) <= count(middle + 1) else (middle + 1, high)
    return int(count(low) // 1), h


def count(n, k, A, ell, p, proof):
    """(E, height) that the proof gives; None where the proof has none."""
    demand(1 <= k <= n and k <= A <= n and ell >= 1, "not a code and an agreement")
    if k == n:
        demand(proof.kind == "k = n", "the proof of a code of all words is k = n")
        return 0, None
    if k == 1:
        demand(proof.kind == "constant code", "a code of dimension 1 has the proof constant code")
        return constant_count(n, A, ell), None
    if proof.kind == "recipe":
        return recipe_count(n, k, A, ell, proof.m)
    demand(proof.kind == "profile", f"{proof.text} is no proof of a count")
    if proof.M == 0:
        return tuned_count(n, k, A, ell, p, proof.m, proof.mu)
    return first_order_count(n, k, A, ell, p, proof.m, proof.M, proof.mu)


# [Joh62]: words that agree in at most D places pairwise, and with one word in A or more.
def pairwise_list(n, D, A):
    demand(n * D < A * A, "the pairwise bound needs n D < A^2")
    return n // A if D == 0 else n * (A - D) // (A * A - n * D)


# [DKT26], ArkLib finite_factorwise_agreement_solutions_card_le.
def first_order_list(n, D, A, p, m, M, mu):
    first_order_guard(n, D, A, p, m, M, mu)
    demand(first_order_sums(n, D, A, m, M, mu)[0] > 0, "the profile interpolates nothing")
    _, _, Phi, B = derivative_degrees(D, M, mu)
    return (n - D) * Phi // (A - D) + B


def list_size(n, D, A, p, proof):
    demand(0 <= D < A <= n, "not a code and an agreement")
    if proof.kind == "pairwise":
        return pairwise_list(n, D, A)
    demand(proof.is_first_order(), f"{proof.text} is no proof of a list")
    return first_order_list(n, D, A, p, proof.m, proof.M, proof.mu)
