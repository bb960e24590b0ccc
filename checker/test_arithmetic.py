"""Exact numbers: what they decide is decided right, against values known in closed form."""

import time
import unittest
from fractions import Fraction
from math import gcd, isqrt

from arithmetic import (E, Number, Seen, TooLarge, ceiling, enclose_e, enclose_log2, floor_minus_log2, holds, largest,
                        least, log2, observed, sqrt)


class RootsTest(unittest.TestCase):
    def test_roots_of_squares_are_rational(self):
        self.assertEqual(sqrt(Fraction(49, 64)).rational(), Fraction(7, 8))
        self.assertEqual(sqrt(1009**2), Number.of(1009))

    def test_equal_roots_are_equal_however_they_came_about(self):
        self.assertEqual(sqrt(50), 5 * sqrt(2))
        p, q = 1_000_003, 1_000_033  # above the small primes: not taken out, but found by their square class
        self.assertEqual(sqrt(p * q) * sqrt(q), q * sqrt(p))
        self.assertEqual((sqrt(p * p * q) - p * sqrt(q)).sign(), 0)

    def test_numbers_next_to_each_other_differ(self):
        # the convergents x/y of sqrt(2): x^2 - 2y^2 is 1 or -1
        x, y = 1, 1
        for step in range(200):
            difference = Number.of(x) - y * sqrt(2)
            self.assertEqual(difference.sign(), 1 if step % 2 else -1)
            x, y = x + 2 * y, x + y

    def test_division_by_sums_of_roots(self):
        number = 1 + sqrt(2) + sqrt(7) / 3 - sqrt(14)
        self.assertEqual(number.inverse() * number, Number.of(1))
        with self.assertRaises(ZeroDivisionError):
            Number.of(1) / (sqrt(8) - 2 * sqrt(2))

    def test_powers_are_products_in_lowest_terms(self):
        for base in (sqrt(2) / 4 + Fraction(1, 160), Fraction(3, 7) - sqrt(Fraction(5, 6)), 15 + 21 * sqrt(2) / 45,
                     sqrt(2) + sqrt(Fraction(1, 3)) / 10, (5 + 10 * sqrt(2)) / 25):
            product = Number.of(1)
            for exponent in range(1, 90):
                product = product * base
                power = base ** exponent
                self.assertEqual(power.terms, product.terms)
                for coefficient in power.terms.values():
                    self.assertEqual(gcd(coefficient.numerator, coefficient.denominator), 1)
                    self.assertGreater(coefficient.denominator, 0)

    def test_large_powers_take_no_time(self):
        start = time.process_time()
        error = (sqrt(2) / 4 + Fraction(1, 160)) ** 100_000
        self.assertEqual(floor_minus_log2(error), 147_471)
        self.assertLess(time.process_time() - start, 4)

    def test_roots_of_negative_numbers_are_refused(self):
        with self.assertRaises(ArithmeticError):
            sqrt(-1)
        with self.assertRaises(ArithmeticError):
            sqrt(1 - sqrt(2))


class CeilingTest(unittest.TestCase):
    def test_default_gap_gives_50_and_not_51(self):
        for rho in (Fraction(1, 2), Fraction(1, 4), Fraction(1, 8)):
            self.assertEqual(ceiling(sqrt(rho) / (2 * (sqrt(rho) / 100))), 50)

    def test_just_above_an_integer(self):
        self.assertEqual(ceiling(sqrt(10**80 + 1)), 10**40 + 1)
        self.assertEqual(ceiling(-sqrt(2)), -1)
        self.assertEqual(ceiling(sqrt(10**80)), 10**40)


class FiguresTest(unittest.TestCase):
    def test_powers_of_two_are_exact(self):
        self.assertEqual(floor_minus_log2(Fraction(1, 2**77), 100), 7700)
        self.assertEqual(floor_minus_log2(sqrt(Fraction(1, 2)), 100), 50)
        self.assertEqual(floor_minus_log2(sqrt(Fraction(1, 2)) * (1 + Fraction(1, 10**600)), 100), 49)

    def test_against_integers(self):
        error = Fraction(3, 7) ** 50
        figure = floor_minus_log2(error, 100)
        self.assertLessEqual(error**100, Fraction(1, 2**figure))
        self.assertGreater(error**100, Fraction(1, 2 ** (figure + 1)))
        self.assertEqual(floor_minus_log2(1 - sqrt(Fraction(1, 2))), 1)


class LogarithmsTest(unittest.TestCase):
    def test_enclosures_of_logarithms(self):
        # 2^a <= 3^1000 < 2^(a + 1)
        a = (3**1000).bit_length() - 1
        low, high = enclose_log2(Fraction(3), 200)
        self.assertTrue(Fraction(a, 1000) < high and low < Fraction(a + 1, 1000))
        self.assertLess(high - low, Fraction(1, 2**190))
        self.assertEqual(log2(8), Number.of(3))
        self.assertEqual(log2(12) - log2(3), Number.of(2))

    def test_a_digit_that_the_squares_do_not_tell(self):
        # above the root of 2 by less than the squares can tell: log2 is above 1/2
        above = Fraction(isqrt(2 << 400) + 1, 1 << 200)
        low, high = enclose_log2(above, 64)
        self.assertTrue(low <= Fraction(1, 2) < high)

    def test_enclosure_of_e(self):
        low, high = enclose_e(100)
        self.assertLess(low, Fraction(271828182845904523536028747135266249775724709369996, 10**50))
        self.assertGreater(high, Fraction(271828182845904523536028747135266249775724709369995, 10**50))
        self.assertEqual(log2(4 * E) - log2(E), Number.of(2))

    def test_sums_that_differ_are_compared_by_enclosures(self):
        self.assertFalse(log2(3).agrees(log2(5)))
        self.assertTrue(log2(9).agrees(2 * log2(3)))
        self.assertFalse((log2(3) ** 20).agrees(log2(3) ** 20 * (1 + Fraction(1, 2**500))))


class SeenTest(unittest.TestCase):
    def test_operands_and_decisions_are_noted(self):
        with observed(Seen()) as seen:
            self.assertEqual(largest(1, sqrt(2)), sqrt(2))
            self.assertEqual(least(3, 2), Number.of(2))
            self.assertTrue(holds(2, "<", sqrt(5)))
        self.assertIn(frozenset((Number.of(1), sqrt(2))), seen.operands["max"])
        self.assertIn((Number.of(2), sqrt(5)), seen.decisions)

    def test_numbers_beyond_limits_are_refused(self):
        with self.assertRaises(TooLarge):
            Number.of(Fraction(3, 7)) ** (10**9)
        with self.assertRaises(TooLarge):
            Number.of(1).scaled(10**12)

    def test_enclosures_hold(self):
        low, high = (sqrt(2) - 1).enclose(100)
        root = Fraction(isqrt(2 * 4**300), 2**300) - 1
        self.assertTrue(low <= root + Fraction(1, 2**299) and root <= high)

    def test_narrow_enclosures_lie_in_wide_ones(self):
        for radicand in (2, 3, 10**40 + 1):
            for size in (-3000, -400, -1, 0, 1, 400, 3000):
                for factor in (Fraction(1), Fraction(10**30 + 7, 3**70), Fraction(-5, 7)):
                    number = (sqrt(radicand) * factor + 1).scaled(size)
                    low, high = number.enclose(64)
                    inner = number.enclose(400)
                    self.assertTrue(low <= inner[0] <= inner[1] <= high, number)
                    self.assertLess(high - low, abs(high + low) / 2**60)


if __name__ == "__main__":
    unittest.main()
