"""Exact real numbers, and decisions about them by integers.

A Number is a finite sum of terms c * sqrt(r) * g1^e1 * g2^e2 ..., with c rational, r a positive integer without
small square factors, and generators g for what is not algebraic of degree two: e, log2(x), or a power that is not
multiplied out. Square roots of integers from different square classes are linearly independent over the
rationals, so that equality of numbers without generators is decided exactly. With generators, equal sums are equal
numbers; sums that differ are told apart by enclosures, and equality is then certain only to AGREEMENT_BITS bits.

Signs, ceilings and floors of logarithms come from enclosures by integers, made narrower until they decide.
No floating-point number is used anywhere.
"""

from contextlib import contextmanager
from fractions import Fraction
from functools import lru_cache
from math import gcd, isqrt, lcm
from numbers import Rational

AGREEMENT_BITS = 2000  # to which numbers with generators must agree where their sums differ
WIDEST = 1 << 16  # bits of the narrowest enclosure that is tried
LARGEST = 1 << 22  # bits of the largest numerator or denominator
TERMS = 64  # of a sum: published circuits need 2; thousands of roots would take minutes
DEPTH = 12  # of functions of numbers with functions: published circuits need 3


class Undecided(ArithmeticError):
    """A comparison that the narrowest enclosures leave open."""


class TooLarge(ArithmeticError):
    """A number beyond the limits above."""


OPERATION = 1 << 21  # what it takes to compute with small fractions, in squares of bits
_meters = []


@contextmanager
def metered(spend):
    """What enclosures take, as squares of bits, is told to spend, which may raise."""
    _meters.append(spend)
    try:
        yield
    finally:
        _meters.pop()


def _take(work):
    for spend in _meters:
        spend(work)


SMALL_PRIMES = [p for p in range(2, 1000) if all(p % q for q in range(2, isqrt(p) + 1))]


@lru_cache(maxsize=4096)
def square_part(number):
    """(s, r) with number = s^2 * r, where r is no square and has no square factor of a small prime."""
    s, r = 1, number
    for prime in SMALL_PRIMES:
        square = prime * prime
        if square > r:
            break
        while r % square == 0:
            r //= square
            s *= prime
    root = isqrt(r)
    return (s * root, 1) if root * root == r else (s, r)


class Generator:
    """A real number that has a name instead of digits: kind is "e", "log2", "root", "power" or "reciprocal"."""

    __slots__ = ("kind", "of", "exponent", "depth", "_key", "_enclosures")

    def __init__(self, kind, of=None, exponent=1):
        self.kind, self.of, self.exponent = kind, of, exponent
        inner = (generator.depth for _, generators in of.terms for generator, _ in generators) if of else ()
        self.depth = 1 + max(inner, default=0)
        if self.depth > DEPTH:
            raise TooLarge(f"functions of functions, more than {DEPTH} deep")
        self._key = (kind, of, exponent)
        self._enclosures = {}

    def __hash__(self):
        return hash(self._key)

    def __eq__(self, other):
        return isinstance(other, Generator) and self._key == other._key

    def __lt__(self, other):
        return (self.kind, hash(self)) < (other.kind, hash(other))

    def enclose(self, bits):
        if bits not in self._enclosures:
            self._enclosures[bits] = self._enclose(bits)
        return self._enclosures[bits]

    def _enclose(self, bits):
        if self.kind == "e":
            return enclose_e(bits)
        low, high = self.of.enclose(bits + 64)
        if self.kind == "log2":
            return enclose_log2(low, bits)[0], enclose_log2(high, bits)[1]
        if self.kind == "root":
            return enclose_root(low, bits)[0], enclose_root(high, bits)[1]
        if self.kind == "reciprocal":
            return (1 / high, 1 / low)
        return power_of_enclosure(low, high, self.exponent, bits + 64)


def round_out(low, high, bits):
    """The enclosure, with numerators and denominators of about so many bits."""
    return round_down(low, bits), -round_down(-high, bits)


def round_down(value, bits):
    excess = max(value.numerator.bit_length(), value.denominator.bit_length()) - bits
    if excess <= bits or not value:
        return value
    shift = bits + value.denominator.bit_length() - value.numerator.bit_length()
    if shift >= 0:
        return Fraction((value.numerator << shift) // value.denominator, 1 << shift)
    return Fraction(value.numerator // (value.denominator << -shift) << -shift)


def enclose_root(value, bits):
    """isqrt(x) <= sqrt(x) < isqrt(x) + 1, with x of 2 * bits bits at least."""
    _take(max(2 * bits, _bits(value)) ** 2)
    shift = max(0, 2 * bits + 2 + value.denominator.bit_length() - value.numerator.bit_length())
    shift += shift % 2
    root = isqrt((value.numerator << shift) // value.denominator)
    return Fraction(root, 1 << (shift // 2)), Fraction(root + 1, 1 << (shift // 2))


def power_of_enclosure(low, high, exponent, bits):
    if low <= 0:
        raise Undecided("a power of a number that is not known to be positive")
    _take(exponent.bit_length() * (OPERATION + 4 * bits * bits))
    result = (Fraction(1), Fraction(1))
    for digit in bin(exponent)[2:]:
        result = (result[0] * result[0], result[1] * result[1])
        if digit == "1":
            result = (result[0] * low, result[1] * high)
        result = round_out(*result, bits + 32)
    return result


@lru_cache(maxsize=64)
def enclose_e(bits):
    """e = sum of 1/i!; the rest after 1/i! is below 2/(i+1)!."""
    total, term, i = Fraction(1), Fraction(1), 0
    while term.denominator.bit_length() < bits + 8:
        i += 1
        term /= i
        total += term
    return total, total + 2 * term / (i + 1)


@lru_cache(maxsize=4096)
def enclose_log2(value, bits):
    """log2 of a positive rational, digit by digit: squaring doubles the logarithm, 2^k <= x < 2^(k+1) gives a digit."""
    if value <= 0:
        raise Undecided("a logarithm of a number that is not known to be positive")
    _take(bits * (bits * bits + (OPERATION >> 2)))
    whole = value.numerator.bit_length() - value.denominator.bit_length()
    if Fraction(2) ** whole > value:
        whole -= 1
    scale = bits + 40
    mantissa = value / Fraction(2) ** whole
    low = (mantissa.numerator << scale) // mantissa.denominator
    high = low + 1
    digits = lowest = highest = 0
    one, two = 1 << scale, 2 << scale
    for digits in range(1, bits + 1):
        low, high = low * low >> scale, (high * high >> scale) + 1
        lowest, highest = 2 * lowest, 2 * highest
        if low >= two:
            low, high = low >> 1, (high >> 1) + 1
            lowest, highest = lowest + 1, highest + 1
        elif high >= two:  # the squares no longer tell on which side they are: this digit may be 1
            highest += 2
            break
    else:
        highest += 1
    assert low >= one
    return whole + Fraction(lowest, 1 << digits), whole + Fraction(highest, 1 << digits)


ONE = (1, ())  # the monomial of rationals


class Number:
    """An exact real number; see the head of this file."""

    __slots__ = ("terms", "_hash")

    def __init__(self, terms):
        self.terms = terms
        self._hash = None

    # how numbers come about

    @staticmethod
    def of(value):
        if isinstance(value, Number):
            return value
        if not isinstance(value, Fraction):
            value = Fraction(value)
        return Number({ONE: value} if value else {})

    @staticmethod
    def generator(generator):
        return Number({(1, ((generator, 1),)): Fraction(1)})

    @staticmethod
    def _sum(pairs):
        terms = {}
        for monomial, coefficient in pairs:
            total = terms.get(monomial, 0) + coefficient
            if total:
                terms[monomial] = total
            else:
                terms.pop(monomial, None)
        if len(terms) > TERMS:
            raise TooLarge(f"a sum of more than {TERMS} terms")
        if sum(1 for monomial in terms if monomial[0] > 1_000_000) > 1:
            terms = _merged(terms)
        return _checked(Number(terms))

    # what is asked of them

    def is_rational(self):
        return not self.terms or (len(self.terms) == 1 and ONE in self.terms)

    def rational(self):
        return self.terms[ONE] if self.terms else Fraction(0)

    def is_algebraic(self):
        return all(not generators for _, generators in self.terms)

    def bits(self):
        """Of the largest numerator or denominator."""
        return max((_bits(c) for c in self.terms.values()), default=0)

    # arithmetic

    def __add__(self, other):
        other = Number.of(other)
        if self.is_rational() and other.is_rational():
            return _checked(Number.of(self.rational() + other.rational()))
        return Number._sum([*self.terms.items(), *other.terms.items()])

    def __neg__(self):
        return Number({monomial: -coefficient for monomial, coefficient in self.terms.items()})

    def __sub__(self, other):
        return self + -Number.of(other)

    def __mul__(self, other):
        other = Number.of(other)
        if self.is_rational() and other.is_rational():
            return _checked(Number.of(self.rational() * other.rational()))
        if len(self.terms) * len(other.terms) > 4 * TERMS:
            raise TooLarge(f"a product of more than {4 * TERMS} terms")
        return Number._sum(_product(a, b) for a in self.terms.items() for b in other.terms.items())

    def __truediv__(self, other):
        return self * Number.of(other).inverse()

    def inverse(self):
        if not self.terms:
            raise ZeroDivisionError("division by zero")
        if self.is_rational():
            return Number.of(1 / self.rational())
        if len(self.terms) == 1:  # 1/(c sqrt(r) g^e) = sqrt(r)/(c r) g^-e
            ((radicand, generators), coefficient), = self.terms.items()
            inverted = tuple((generator, -exponent) for generator, exponent in generators)
            return Number({(radicand, inverted): 1 / (coefficient * radicand)})
        if self.is_algebraic() and len(self.terms) <= 8:  # multiply by a conjugate until no root is left
            number, factor = self, Number.of(1)
            for _ in range(8):
                conjugate = number.conjugate()
                factor, number = factor * conjugate, number * conjugate
                if number.is_rational():
                    return factor * number.inverse()
        return Number.generator(Generator("reciprocal", self))

    def conjugate(self):
        """With the sign of one root changed: that of a prime, or of what small primes leave."""
        radicand = max(radicand for radicand, _ in self.terms)
        factor = next((prime for prime in SMALL_PRIMES if radicand % prime == 0), radicand)
        return Number({m: (-c if m[0] % factor == 0 else c) for m, c in self.terms.items()})

    def __pow__(self, exponent):
        if exponent == 0:
            return Number.of(1)
        if self.bits() * exponent > LARGEST:
            raise TooLarge(f"a power of more than {LARGEST} bits")
        if self.is_rational():
            return Number.of(self.rational() ** exponent)
        if exponent > 4 and len(self.terms) > 1 and not self.is_algebraic():
            return Number.generator(Generator("power", self, exponent))
        return self._multiplied_out(exponent)

    def _multiplied_out(self, exponent):
        """The power, over one denominator until the end: to reduce each square takes most time by far."""
        denominator = lcm(*(coefficient.denominator for coefficient in self.terms.values()))
        if denominator.bit_length() * exponent > LARGEST:
            raise TooLarge(f"a power of more than {LARGEST} bits")
        base, result = self * denominator, Number.of(1)
        for digit in bin(exponent)[2:]:
            result = result * result
            if digit == "1":
                result = result * base
        powers = _Powers(denominator, exponent)
        return Number({monomial: powers.divide(coefficient) for monomial, coefficient in result.terms.items()})

    def scaled(self, exponent):
        """Times 2^exponent."""
        if abs(exponent) > LARGEST:
            raise TooLarge(f"a power of 2 of more than {LARGEST} bits")
        return self * (Fraction(1 << exponent) if exponent >= 0 else Fraction(1, 1 << -exponent))

    __radd__, __rmul__ = __add__, __mul__

    def __rsub__(self, other):
        return Number.of(other) - self

    def __rtruediv__(self, other):
        return Number.of(other) / self

    # comparisons

    def __hash__(self):
        """By bytes, whose hashes nobody can foresee: to tell 20,000 numbers of one hash apart takes minutes."""
        if self._hash is None:
            self._hash = hash(frozenset(
                (_written(radicand), generators, _written(coefficient.numerator), _written(coefficient.denominator))
                for (radicand, generators), coefficient in self.terms.items()))
        return self._hash

    def __eq__(self, other):
        """Whether the two sums are the same, which numbers without generators are exactly if they are equal."""
        other = Number.of(other)
        if self is other or self.terms == other.terms:
            return True
        if self.is_rational() and other.is_rational():
            return False
        return self.is_algebraic() and other.is_algebraic() and not _merged((self - other).terms)

    def agrees(self, other):
        """Whether the numbers are equal, at least to AGREEMENT_BITS bits where sums with generators differ."""
        if self == other:
            return True
        difference = self - other
        if difference.is_algebraic():
            return False
        low, high = difference.enclose(AGREEMENT_BITS + 100)
        size = max(abs(x) for x in Number.of(other).enclose(64))
        return low <= 0 <= high and high - low <= size / (1 << AGREEMENT_BITS)

    def sign(self):
        if self.is_rational():
            return (self.rational() > 0) - (self.rational() < 0)
        if self.is_algebraic() and not _merged(self.terms):
            return 0
        bits = 64
        while bits <= (WIDEST if self.is_algebraic() else 2 * AGREEMENT_BITS):
            low, high = self.enclose(bits)
            if low > 0 or high < 0:
                return 1 if low > 0 else -1
            bits *= 2
        raise Undecided("a sign that enclosures do not decide")

    def __lt__(self, other):
        return (self - other).sign() < 0

    def __le__(self, other):
        return (self - other).sign() <= 0

    def __gt__(self, other):
        return (self - other).sign() > 0

    def __ge__(self, other):
        return (self - other).sign() >= 0

    # enclosures

    def enclose(self, bits):
        """Rationals (low, high) around this number, of about so many bits relative to its largest term."""
        if self.is_rational():
            return round_out(self.rational(), self.rational(), bits)
        low = high = Fraction(0)
        for (radicand, generators), coefficient in self.terms.items():
            _take(OPERATION + 4 * bits * bits + bits * _bits(coefficient))
            bounds = round_out(abs(coefficient), abs(coefficient), bits + 16)
            if radicand != 1:
                root = enclose_root(Fraction(radicand), bits + 16)
                bounds = round_out(bounds[0] * root[0], bounds[1] * root[1], bits + 16)
            for generator, exponent in generators:
                factor = generator.enclose(bits + 16)
                if exponent < 0:
                    if factor[0] <= 0:
                        raise Undecided("a division by a number that is not known to be positive")
                    factor = (1 / factor[1], 1 / factor[0])
                products = [a * b for a in bounds
                            for b in power_of_enclosure(*factor, abs(exponent), bits + 16)]
                bounds = round_out(min(products), max(products), bits + 16)
            if coefficient < 0:
                bounds = (-bounds[1], -bounds[0])
            low, high = low + bounds[0], high + bounds[1]
        return low, high

    def __repr__(self):
        """Short numbers exactly, others as a power of 2 that they are close to."""
        if self.is_rational() and self.bits() < 64:
            return str(self.rational())
        sign = self.sign()
        size = floor_minus_log2(self if sign > 0 else -self)
        return f"{'-' if sign < 0 else ''}2^{-size}, roughly"


class _Reduced:
    """A fraction in lowest terms: Fraction takes a Rational as it is, and looks for no common divisor."""

    def __init__(self, numerator, denominator):
        self.numerator, self.denominator = numerator, denominator


Rational.register(_Reduced)


class _Powers:
    """A power, as a denominator of large numbers."""

    def __init__(self, base, exponent):
        self.exponent, self.twos, self.odd = exponent, _twos(base) * exponent, base >> _twos(base)
        self.power = self.odd ** exponent

    def divide(self, numerator):
        """The quotient of an integer, whose divisors in common with the power are made of those with its base."""
        rest, common = numerator.numerator, 1
        for _ in range(min(self.exponent, 64) if numerator.denominator == 1 else 0):
            divisor = gcd(rest % self.odd, self.odd)
            if divisor == 1:
                twos = min(self.twos, _twos(rest))
                return Fraction(_Reduced(rest >> twos, self.power // common << (self.twos - twos)))
            rest, common = rest // divisor, common * divisor
        return numerator / (self.power << self.twos)


def _written(integer):
    return integer.to_bytes(integer.bit_length() // 8 + 1, "little", signed=True)


def _bits(fraction):
    return max(fraction.numerator.bit_length(), fraction.denominator.bit_length())


def _checked(number):
    if number.bits() > LARGEST:
        raise TooLarge(f"a number of more than {LARGEST} bits")
    return number


def _product(left, right):
    ((radicand, generators), coefficient), ((radicand2, generators2), coefficient2) = left, right
    coefficient *= coefficient2
    if radicand == radicand2:
        coefficient, radicand = coefficient * radicand, 1
    elif radicand != 1 and radicand2 != 1:
        common = gcd(radicand, radicand2)
        square, radicand = square_part((radicand // common) * (radicand2 // common))
        coefficient *= common * square
    else:
        radicand = radicand * radicand2
    if generators and generators2:
        exponents = dict(generators)
        for generator, exponent in generators2:
            exponents[generator] = exponents.get(generator, 0) + exponent
        generators = tuple(sorted((g, e) for g, e in exponents.items() if e))
    return (radicand, generators or generators2), coefficient


def _merged(terms):
    """The terms, with roots of one square class (whose product is a square) brought together."""
    result = {}
    for (radicand, generators), coefficient in sorted(terms.items(), key=lambda term: term[0][0]):
        for other, others in result:
            root = isqrt(radicand * other)
            if others == generators and root * root == radicand * other:
                radicand, coefficient = other, coefficient * Fraction(root, other)
                break
        total = result.get((radicand, generators), 0) + coefficient
        if total:
            result[radicand, generators] = total
        else:
            result.pop((radicand, generators))
    return result


# functions of one number


def sqrt(value):
    value = Number.of(value)
    if value.is_rational():
        rational = value.rational()
        if rational < 0:
            raise ArithmeticError("the root of a negative number")
        if not rational:
            return value
        if _bits(rational) > 100_000:
            raise TooLarge("the root of a number of more than 100000 bits")
        square, radicand = square_part(rational.numerator * rational.denominator)
        return Number({(radicand, ()): Fraction(square, rational.denominator)})
    if value.sign() < 0:
        raise ArithmeticError("the root of a negative number")
    return Number.generator(Generator("root", value))


def log2(value):
    """log2 of a positive number; powers of 2 are taken out, so that log2(4x) is 2 + log2(x), term by term."""
    value = Number.of(value)
    if value.sign() <= 0:
        raise ArithmeticError("the logarithm of a number that is not positive")
    if len(value.terms) > 1 or any(radicand != 1 for radicand, _ in value.terms):
        return Number.generator(Generator("log2", value))
    ((_, generators), rational), = value.terms.items()
    twos = _twos(rational.numerator) - _twos(rational.denominator)
    odd = rational / Fraction(2) ** twos
    result = Number.of(twos)
    if odd != 1:
        result += Number.generator(Generator("log2", Number.of(odd)))
    for generator, exponent in generators:
        result += exponent * Number.generator(Generator("log2", Number.generator(generator)))
    return result


def _twos(integer):
    return (integer & -integer).bit_length() - 1


E = Number.generator(Generator("e"))


def ceiling(value):
    """The least integer that is not below the number."""
    value = Number.of(value)
    _observe("ceil", (value,))
    if value.is_rational():
        return -(-value.rational().numerator // value.rational().denominator)
    bits = 64
    while bits <= WIDEST:
        low, high = (-(-x.numerator // x.denominator) for x in value.enclose(bits))
        if low == high:
            return low
        if high == low + 1 and value.is_algebraic() and value == low:
            return low
        bits *= 2
    raise Undecided("a ceiling that enclosures do not decide")


def largest(*values):
    values = [Number.of(value) for value in values]
    _observe("max", values)
    result = values[0]
    for value in values[1:]:
        if result != value and result < value:
            result = value
    return result


def least(*values):
    values = [Number.of(value) for value in values]
    _observe("min", values)
    result = values[0]
    for value in values[1:]:
        if result != value and value < result:
            result = value
    return result


def times(left, right):
    """The product of two numbers one of which may be 0, which hides the other."""
    if left == 0 or right == 0:
        _observe("*", (Number.of(left),))
        _observe("*", (Number.of(right),))
    return left * right


# figures


def _floor_minus_log2(mantissa, exponent):
    """The largest b with mantissa * 2^exponent <= 2^-b."""
    return -((mantissa - 1).bit_length() + exponent)


def _as_mantissas(low, high, bits):
    """Integers l, h and an exponent with l 2^exponent <= low and high <= h 2^exponent."""
    shift = bits + low.denominator.bit_length() - low.numerator.bit_length()
    if shift >= 0:
        return (low.numerator << shift) // low.denominator, -(-(high.numerator << shift) // high.denominator), -shift
    return low.numerator // (low.denominator << -shift), -(-high.numerator // (high.denominator << -shift)), -shift


def floor_minus_log2(value, power=1):
    """The largest integer b with value^power <= 2^-b, for a positive number."""
    value = Number.of(value)
    if value.is_rational():
        rational = value.rational()
        if rational.numerator == 1 and rational.denominator & (rational.denominator - 1) == 0:
            return power * (rational.denominator.bit_length() - 1)
    bits = 96
    while bits <= WIDEST:
        low, high = value.enclose(bits)
        if low > 0:
            below, above, exponent = _as_mantissas(low, high, bits)
            first = _floor_minus_log2(below ** power, exponent * power)
            last = _floor_minus_log2(above ** power, exponent * power)
            if first == last:
                return first
            if bits > 3000 and first == last + 1 and value.is_algebraic():
                # close to a power of 2, or equal to it: exactly, then
                return first if (value ** power - Number.of(1).scaled(-first)).sign() <= 0 else last
        bits *= 2
    raise Undecided("a figure that enclosures do not decide")


# what was computed, for those who want to know


class Seen:
    """What maxima, minima and ceilings were taken of, values of named numbers, the keys that inputs follow from,
    decisions, and why a term's figure is no theorem or rests on a hypothesis."""

    def __init__(self):
        self.operands = {"max": set(), "min": set(), "ceil": set(), "*": set()}
        self.named = {}
        self.inputs = {}  # (symbol, value): {(keys, others that may be named too)}
        self.decisions = set()
        self.provisional = {}

    def add(self, other):
        for kind, sets in other.operands.items():
            self.operands[kind] |= sets
        for symbol, values in other.named.items():
            self.named.setdefault(symbol, set()).update(values)
        for number, keys in other.inputs.items():
            self.inputs.setdefault(number, set()).update(keys)
        self.decisions |= other.decisions


_observers = []


@contextmanager
def observed(seen):
    _observers.append(seen)
    try:
        yield seen
    finally:
        _observers.pop()


def _observe(kind, values):
    for seen in _observers:
        seen.operands[kind].add(frozenset(values))


def named(symbol, value, keys=None, others=""):
    """The value, under the symbol that it has in soundness.md.

    keys, with commas: of an input, what it is read or follows from in the file ("": a choice of the analyst); others:
    keys that may be named besides, having been looked for first. None: it is no input, but computed."""
    number = Number.of(value)
    for seen in _observers:
        seen.named.setdefault(symbol, set()).add(number)
        if keys is not None:
            seen.inputs.setdefault((symbol, number), set()).add((keys, others))
    return value


def provisional(term, reason):
    """Notes that the figure of a term is no theorem, or rests on a hypothesis."""
    for seen in _observers:
        seen.provisional[term] = reason


RELATIONS = {"<": lambda s: s < 0, "<=": lambda s: s <= 0, "=": lambda s: s == 0, ">": lambda s: s > 0,
             ">=": lambda s: s >= 0}


def holds(left, relation, right):
    """Whether the relation holds, which is noted as a decision that the formulas have made."""
    left, right = Number.of(left), Number.of(right)
    for seen in _observers:
        seen.decisions.add((left, right))
    return RELATIONS[relation](0 if left == right else (left - right).sign())
