"""The formulas give the published figures, sizes, counts and lists: fixtures/ holds them."""

import csv
import json
import re
import tomllib
import unittest
from decimal import Decimal
from fractions import Fraction
from math import isqrt
from pathlib import Path

import counts
import formulas
from arithmetic import Number, floor_minus_log2, sqrt
from parameters import Fault, Zkvm
from sizes import expected_siblings, sizes_of

HERE = Path(__file__).parent
FILES = HERE.parent / "zkvms"


def rows(name):
    with open(HERE / "fixtures" / name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def circuits(names):
    """{(zkVM, circuit): circuit} of the files of zkvms/."""
    found = {}
    for path in sorted(FILES.glob("*.toml")):
        document = tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)
        if document["zkevm"]["name"] in names:
            zkvm = Zkvm(path.name, document)
            found.update({(zkvm.name, circuit.name): circuit for circuit in zkvm.circuits})
    return found


class AnyCount(formulas.Dkt):
    """Every count is stated, and the list of the first code, but no other."""

    def count(self, n, k, A, ell):
        return 1


class LeftOutTest(unittest.TestCase):
    """What a certificate leaves out drops a term only where the exact number says that there is none."""

    def terms(self, agreement):
        text = (FILES / "dummy_stir.toml").read_text("utf-8")
        bare = re.sub("num_ood_samples = .*", "num_ood_samples = [0, 0, 0]", text)
        self.assertNotEqual(text, bare)
        circuit = Zkvm("t.toml", tomllib.loads(bare, parse_float=Decimal)).circuits[0]
        parameters = formulas.Parameters(circuit)
        s = parameters.schedule
        n, degrees = [2 ** (s.m[i] + s.mu[i]) for i in range(s.M)], [2 ** s.m[i] - 1 for i in range(s.M)]
        agreements = list(map(agreement, n, degrees))
        first = ("list", n[0], degrees[0] + parameters.c, agreements[0])
        return formulas.terms_of(circuit, "DKT-Johnson", "soundcalc", agreements, AnyCount({}, {first: 2}, agreements))

    def test_a_list_of_several_that_is_left_out(self):
        with self.assertRaisesRegex(Fault, "no list is stated for iteration 1"):
            self.terms(lambda n, degree: isqrt(n * degree) + 2)

    def test_a_list_of_one_makes_no_term(self):
        self.assertFalse([term for term in self.terms(lambda n, degree: n - 1) if term.startswith("OOD")])


class PublishedTest(unittest.TestCase):
    def test_figures(self):
        expected = {}
        for row in rows("figures.csv"):
            of = expected.setdefault((row["zkvm"], row["circuit"], row["regime"]), {})
            of[row["term"]] = int(row["bits"])
        known = circuits({key[0] for key in expected})
        self.assertEqual(sum(map(len, expected.values())), 969)
        for (zkvm, circuit, regime), figures in expected.items():
            with self.subTest(zkvm=zkvm, circuit=circuit, regime=regime):
                errors = formulas.terms_of(known[zkvm, circuit], regime, "soundcalc")
                bits = {term: max(0, floor_minus_log2(error)) for term, error in errors.items()}
                bits["total"] = min(bits.values())
                self.assertEqual(bits, figures)

    def test_sizes(self):
        expected = rows("proof_sizes.csv")
        known = circuits({row["zkvm"] for row in expected})
        for row in expected:
            with self.subTest(zkvm=row["zkvm"], circuit=row["circuit"]):
                bits = {"expected": int(row["expected_bits"]), "worst": int(row["worst_case_bits"])}
                self.assertEqual(sizes_of(known[row["zkvm"], row["circuit"]]), bits)

    def test_counts_and_lists(self):
        vectors = json.loads((HERE / "fixtures" / "bounds.json").read_text("utf-8"))
        large = 2**64 - 2**32 + 1
        for vector in vectors["counts"]:
            for key in ("E0", "E1"):
                if vector.get(key) is not None:
                    proof = counts.Proof(vector[f"{key}_proof"])
                    value, _ = counts.count(vector["n"], vector["k"], vector["A"], vector["ell"], large, proof)
                    self.assertEqual(str(value), vector[key], vector)
        for vector in vectors["lists"]:
            if vector["pairwise"] is not None:
                self.assertEqual(counts.pairwise_list(vector["n"], vector["k"] - 1, vector["A"]), vector["pairwise"])
        for vector in vectors["published"]:
            n, k, A = vector["n"], vector["k"], vector["A"]
            if "profile" in vector and "E" in vector:
                value = counts.first_order_count(n, k, A, vector["ell"], large, *vector["profile"])
                self.assertEqual(value, (int(Fraction(vector["E"])), vector["h"]))
            elif "profile" in vector:
                value = counts.first_order_list(n, k - 1, A, large, *vector["profile"])
                self.assertEqual(value, int(Fraction(vector["list"])))

    def test_list_of_the_code_that_deep_needs(self):
        # Rate 1/2, N = 128, c = 2, the default gap: 1 - delta = 1.01/sqrt(2) = 0.714178, sqrt(130/256) = 0.712610,
        # so that m+ is 0.712610/(2 * 0.001568) = 227.3 rounded up.
        code = formulas.Code(Fraction(1, 2), 128)
        decoding = formulas.johnson(code, (2**64 - 2**32 + 1) ** 3)
        self.assertEqual(decoding.ell, Number.of(100))
        enlarged = formulas.enlarged_list(code, 2, decoding.delta)
        self.assertEqual(enlarged, Fraction(457, 2) / sqrt(Fraction(130, 256)))
        self.assertIsNone(formulas.enlarged_list(code, 3, decoding.delta))


class ProofsTest(unittest.TestCase):
    def test_proofs_whose_conditions_fail_prove_nothing(self):
        for text, n, k, A, p in (
            ("recipe m=2", 1024, 512, 800, 97),  # below 3
            ("recipe m=3", 1024, 512, 725, 97),  # too close to the Johnson bound
            ("m=3 M=0 mu=4", 1024, 512, 800, 101),  # characteristic
            ("m=1 M=0 mu=400", 1024, 512, 800, 10**9 + 7),  # no such degree
            ("m=2 M=1 mu=2", 1024, 512, 724, 10**9 + 7),  # interpolates nothing
            ("pairwise", 1024, 512, 800, 10**9 + 7),  # of lists only
        ):
            with self.subTest(text):
                with self.assertRaises(Fault):
                    counts.count(n, k, A, 1, p, counts.Proof(text))

    def test_unknown_proofs(self):
        for text in ("", "recipe", "m=3", "m=3 M=0 mu=4 ", "m=-3 M=0 mu=4"):
            with self.assertRaises(Fault):
                counts.Proof(text)


class FormulasTest(unittest.TestCase):
    def test_closed_form_of_the_johnson_error(self):
        # [BCHKS25 Thm 4.2]: (2M^5 + 3M delta rho) n/(3 rho sqrt(rho)) + M/sqrt(rho), for m >= 3
        code, F, m = formulas.Code(Fraction(1, 8), 1024), 2**128, 5
        root, M = sqrt(code.rho), m + Fraction(1, 2)
        delta = 1 - root - root / (2 * m)
        closed = ((2 * M**5 + 3 * M * delta * code.rho) * code.n / (3 * code.rho * root) + M / root) / F
        self.assertEqual(formulas.johnson_error(code, F, delta, m), closed)

    def test_siblings(self):
        # two openings of a tree of 4 leaves: level 1 has 1/2 expected siblings, level 2 has 4 (9/16 - 1/4) = 5/4
        self.assertEqual(expected_siblings(4, 2), 1 + 2)
        self.assertEqual(expected_siblings(1, 5), 0)

    def test_parameters_that_have_no_figure(self):
        good = {
            "name": "a", "protocol_family": "FRI_STARK", "field": "Goldilocks^2", "hash_size_bits": 256,
            "rho": Decimal("0.5"), "trace_length": 16, "batch_size": 3, "power_batching": True, "num_queries": 10,
            "fri_folding_factors": [4, 4], "fri_early_stop_degree": 2, "num_constraints": 10, "air_max_degree": 3,
            "opening_points": 2,
        }

        def terms(**changes):
            zkvm = Zkvm("x.toml", {"zkevm": {"name": "X"}, "circuits": [{**good, **changes}]})
            return formulas.terms_of(zkvm.circuits[0], "JBR", "soundcalc")

        self.assertEqual(len(terms()), 6)
        for changes in (
            {"rho": Decimal("0.3")}, {"rho": "0.5"}, {"trace_length": 15}, {"trace_length": True},
            {"num_queries": 0}, {"batch_size": -1}, {"fri_folding_factors": [4, 3]}, {"fri_folding_factors": []},
            {"fri_early_stop_degree": 4}, {"opening_points": 9}, {"gap_to_radius": Decimal("0.3")},
            {"field": "Goldilocks^99"}, {"field": 7}, {"power_batching": 1}, {"grinding_deep": 129},
            {"protocol_family": "PLONK"}, {"lookups": 3}, {"explicit_regime": "some"},
            {"lookups": [{"name": "ALI", "rows_L": 1, "rows_T": 1}]},
            {"lookups": [{"name": "x", "rows_L": 1, "rows_T": 1}, {"name": "x", "rows_L": 1, "rows_T": 1}]},
        ):
            with self.subTest(changes):
                with self.assertRaises(Fault):
                    terms(**changes)


if __name__ == "__main__":
    unittest.main()
