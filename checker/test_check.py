"""What check.py says of a certificate that is made here by hand, and of everything that may be wrong with one."""

import copy
import hashlib
import io
import json
import subprocess
import sys
import tempfile
import unittest
from contextlib import redirect_stderr, redirect_stdout
from fractions import Fraction
from pathlib import Path

import check

TOML = """
[zkevm]
name = "Small"
field = "Goldilocks^2"
hash_size_bits = 256

[recursion]
max_leaf_proofs = 5

[[circuits]]
name = "main"
protocol_family = "FRI_STARK"
verifies = ["main"]
arity = 2
rho = 0.5
trace_length = 16
batch_size = 3
power_batching = true
num_queries = 10
grinding_query_phase = 4
fri_folding_factors = [4, 4]
fri_early_stop_degree = 2
num_constraints = 10
air_max_degree = 3
opening_points = 2
explicit_regime = "unique"
"""

F = (2**64 - 2**32 + 1) ** 2


class Builder:
    """Nodes without doubles."""

    def __init__(self):
        self.nodes = []

    def __call__(self, *node):
        node = list(node)
        if node not in self.nodes:
            self.nodes.append(node)
        return self.nodes.index(node)


def figure(error, power):
    """The largest b with 2^b <= error^-power."""
    return (error.denominator**power // error.numerator**power).bit_length() - 1


def certificate():
    return json.loads(GOOD)


LOOKUP = """
[[circuits.lookups]]
name = "bus"
rows_L = 4611686018427387904
rows_T = 0
num_lookups_M = 4
"""


def build(toml=TOML):
    """Unique decoding at rate 1/2: delta = 1/4, n = 32, then 8 and 2; proximity gap (delta n + 1)/F."""
    n = Builder()
    one = n("q", "1")
    rho = n("in", "ρ", "rho", "1/2")
    k = n("in", "k", "trace_length", "16")
    field = n("in", "F", "field", str(F))
    agreement = n("let", "1 − δ", n("/", n("+", one, rho), n("q", "2")))
    delta = n("-", one, agreement)

    def proximity(dimension):
        return n("let", "err", n("/", n("+", n("*", delta, n("/", dimension, rho)), one), field))

    three = n("in", "B", "batch_size", "3")
    factor = n("in", "k_i", "fri_folding_factors", "4")
    c, d = n("in", "c", "opening_points", "2"), n("in", "d", "air_max_degree", "3")
    domain = n("/", k, rho)
    degree = n("*", d, n("-", n("+", k, c), one))
    cells = [
        ("batching", n("*", n("-", three, one), proximity(k)), Fraction(2 * 9, F)),
        ("commit round 1", n("*", n("-", factor, one), proximity(n("q", "4"))), Fraction(3 * 3, F)),
        ("commit round 2", n("*", n("-", factor, one), proximity(n("q", "1"))), Fraction(3 * 3, 2 * F)),
        ("query phase", n("<<", n("^", agreement, 10, "t"), -4), Fraction(3, 4) ** 10 / 16),
        ("ALI", n("/", n("in", "C", "num_constraints", "10"), field), Fraction(10, F)),
        ("DEEP", n("/", n("+", degree, n("-", k, one)), n("-", n("-", field, k), domain)),
         Fraction(3 * 17 + 15, F - 48)),
    ]
    if LOOKUP in toml:
        rows = n("*", n("in", "K", "num_lookups_M", "4"), n("in", "H", "rows_L,rows_T", str(2**62)))
        cells.append(("bus", n("/", rows, field), Fraction(2**64, F)))
    # section 10 by hand: 10 openings of trees of 32, 8 and 2 leaves of 3, 4 and 4 elements of 128 bits
    worst = 256 + 10 * (384 + 256 + 4 * 256) + 2 * 256 + 10 * (512 + 256 + 2 * 256) + 10 * (512 + 256) + 128
    expected = 256 + 10 * 384 + 2 * 256 + 20 * 512 + 128 + 21 * 256  # with 21 siblings in all three trees
    sizes = [{"name": "expected", "node": n("q", str(expected)), "relation": "=", "value": str(expected)},
             {"name": "worst", "node": n("q", str(worst)), "relation": "=", "value": str(worst)}]
    decisions = [{"decision": "1 − δ < 1", "left": agreement, "right": one, "relation": "<"},
                 {"decision": "k + c < (1 − δ)·n", "left": n("+", k, c), "right": n("*", agreement, domain),
                  "relation": "<"}]
    regime = {"name": "UDR", "status": "proven", "sources": ["BCHKS25 Thm 1.3"],
              "cells": [{"term": term, "node": node, "bits": figure(error, 1), "hundredths": figure(error, 100)}
                        for term, node, error in cells],
              "total": {"bits": 8, "hundredths": 815, "binds": "query phase"}, "decisions": decisions}
    # five proofs of the leaf chain, which verifies itself
    tree = {"nodes": [["cell", "main", "UDR", cells[3][1]], ["q", "5"], ["*", 1, 0]],
            "proofs": [{"circuit": "main", "count": "5", "regime": "UDR"}],
            "total": {"node": 2, "bits": 5, "hundredths": 582}}
    return {"format": check.FORMAT, "generator": "by hand", "notChecked": ["the theorems"], "zkvms": [{
        "name": "Small", "source": "small.toml", "sha256": hashlib.sha256(toml.encode()).hexdigest(),
        "accounting": "soundcalc", "bounds": "may-2026", "set": [],
        "circuits": [{"name": "main", "nodes": n.nodes, "regimes": [regime, {
            "name": "JBR", "status": "proven", "notCovered": "explicit_regime is unique"}], "sizes": sizes}],
        "security": {"bits": 8, "hundredths": 815, "regime": "UDR", "circuit": "main"}, "recursion": tree}]}


GOOD = json.dumps(build())


class CheckTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        Path(self.folder, "small.toml").write_text(TOML, "utf-8")
        limit = sys.get_int_max_str_digits()
        self.addCleanup(sys.set_int_max_str_digits, limit)
        sys.set_int_max_str_digits(check.MOST_DIGITS + 1)

    def report(self, document):
        data = document if isinstance(document, bytes) else json.dumps(document).encode()
        return check.check(data, self.folder)

    def faults(self, document):
        return self.report(document).faults

    def assert_fault(self, text, change):
        """The change of the certificate gives the fault, on one line."""
        document = certificate()
        changed = change(document)
        faults = self.faults(changed if isinstance(changed, (bytes, dict)) else document)
        self.assertTrue(any(text in fault for fault in faults), f"{text!r} is not in {faults}")
        self.assertFalse(any("\n" in fault or len(fault) > 300 for fault in faults))

    def test_good_certificate(self):
        report = check.check(json.dumps(certificate()).encode(), self.folder)
        self.assertEqual(report.faults, [])
        self.assertIn("6 cells", report.summary())
        self.assertIn("1 trees", report.summary())
        self.assertIn("0 faults", report.summary())

    def test_sets_change_what_is_computed(self):
        document = certificate()
        document["zkvms"][0]["set"] = [{"circuit": "main", "key": "num_queries", "value": 11}]
        report = self.report(document)
        self.assertTrue(any("not this exponent" in fault for fault in report.faults))
        self.assertGreater(report.following, 0)  # that of the query phase, among them
        document["zkvms"][0]["set"] = [{"circuit": "main", "key": "num_queries", "value": 10}]
        self.assertEqual(self.faults(document), [])

    def test_what_follows_from_a_fault_is_counted(self):
        document = certificate()
        nodes = document["zkvms"][0]["circuits"][0]["nodes"]
        nodes[nodes.index(["in", "ρ", "rho", "1/2"])] = ["in", "ρ", "rho", "1/4"]
        report = self.report(document)
        self.assertEqual(len(report.faults), 1, report.faults)
        self.assertIn("ρ is not this number", report.faults[0])
        self.assertGreater(report.following, 5)
        self.assertIn(f"1 fault, and {report.following} more that may follow from it", report.summary())

    def test_a_nameless_wrong_node_is_one_fault(self):
        document = certificate()
        nodes = document["zkvms"][0]["circuits"][0]["nodes"]
        place = nodes.index(["-", 1, 0]) if ["-", 1, 0] in nodes else nodes.index(["q", "2"])
        nodes[place] = ["q", "3"]
        report = self.report(document)
        self.assertEqual(len(report.faults), 1, report.faults)
        self.assertGreater(report.following, 0)

    def test_faults_that_have_nothing_in_common_are_all_reported(self):
        document = certificate()
        circuit = document["zkvms"][0]["circuits"][0]
        nodes = circuit["nodes"]
        nodes[nodes.index(["in", "C", "num_constraints", "10"])] = ["in", "C", "num_constraints", "11"]
        circuit["regimes"][0]["cells"][0]["bits"] += 1
        circuit["sizes"][0]["value"] = "1"
        document["zkvms"][0]["security"]["bits"] = 9
        report = self.report(document)
        for text in ("C is not this number", "batching: bits is", "expected size: it is", "security: bits is 8"):
            self.assertTrue(any(text in fault for fault in report.faults), f"{text!r} is not in {report.faults}")
        self.assertEqual(len(report.faults), 4)

    def test_a_circuit_that_cannot_be_checked_hides_nothing_but_what_needs_it(self):
        document = certificate()
        document["zkvms"][0]["circuits"][0]["nodes"][3] = ["+", 9, 9]
        report = self.report(document)
        self.assertEqual(len(report.faults), 1, report.faults)
        self.assertIn("does not come before it", report.faults[0])
        self.assertGreater(report.following, 0)

    def twice(self, pointer="/zkvms/0/circuits/0", queries=10):
        """The zkVM, and the same under a --set."""
        document = certificate()
        second = copy.deepcopy(document["zkvms"][0])
        second["circuits"] = [{"name": "main", "sameAs": pointer}]
        second["set"] = [{"circuit": "main", "key": "num_queries", "value": queries}]
        document["zkvms"].append(second)
        return document

    def test_a_circuit_may_be_stated_by_another(self):
        report = self.report(self.twice())
        self.assertEqual(report.faults, [])
        self.assertEqual(report.checked["cells"], 12)
        self.assertTrue(self.faults(self.twice(queries=11)))

    def test_a_circuit_is_stated_by_one_before_it(self):
        for pointer in ("/zkvms/1/circuits/0", "/zkvms/2/circuits/0", "/zkvms/0/circuits/1", "/zkvms/00/circuits/0",
                        "#/zkvms/0/circuits/0", "main", ""):
            faults = self.faults(self.twice(pointer))
            self.assertTrue(any("no circuit is stated before it" in fault for fault in faults), f"{pointer}: {faults}")
        self.assertTrue(any("sameAs must be a text" in fault for fault in self.faults(self.twice(7))))
        document = self.twice()
        document["zkvms"][1]["circuits"][0]["sizes"] = []
        self.assertTrue(any("unknown member sizes" in fault for fault in self.faults(document)))

    def test_a_fault_is_reported_once_for_circuits_that_share_it(self):
        document = self.twice()
        document["zkvms"][0]["circuits"][0]["regimes"][0]["cells"][0]["bits"] += 1
        report = self.report(document)
        self.assertEqual(len(report.faults), 1, report.faults)
        self.assertEqual(report.following, 1)

    def test_documents(self):
        data = json.dumps(certificate()).encode()
        deep = b"[" * 200_000
        for text, change in {
            "cut short": lambda _: data[:-7],
            "not UTF-8": lambda _: b"\xff" + data,
            "nested too deep": lambda _: deep,
            "twice in an object": lambda _: data.replace(b'{"format"', b'{"generator": "", "format"'),
            "no number of JSON": lambda _: data.replace(b'"bits": 8', b'"bits": NaN'),
            "64 MiB": lambda _: b" " * (check.LARGEST_FILE + 1),
            "format soundcalc-certificate/1": lambda d: d.update(format="soundcalc-certificate/2"),
            "generator must be a text": lambda d: d.update(generator=7),
            "unknown member extra": lambda d: d.update(extra=1),
            "notChecked must be": lambda d: d.update(notChecked=[1]),
            "zkvms must be an array": lambda d: d.update(zkvms={}),
            "the zkVM is stated twice": lambda d: d["zkvms"].append(d["zkvms"][0]),
            "must be an object": lambda d: d.update(zkvms=[3]),
            "states nothing": lambda d: d.update(zkvms=[]),
        }.items():
            with self.subTest(text):
                self.assert_fault(text, change)
        for data in (b"", b"null", b"[]", b"{}", b'"x"', b"0"):
            self.assertTrue(self.faults(data))

    def test_zkvms(self):
        for text, changes in {
            "no file of the folder has the SHA-256": {"sha256": "0" * 64},
            "the file is about Small": {"name": "Large"},
            "unknown accounting": {"accounting": "lenient"},
            "unknown bounds": {"bounds": "june-2026"},
            "set must be an array": {"set": {}},
            "set names nothing": {"set": [{"circuit": "other", "key": "rho", "value": 1}]},
            "an object must be where there is None": {"set": [None]},
            "an object must be where there is [[1]]": {"set": [[[1]]]},
            "an entry has no value": {"set": [{"circuit": "main", "key": "rho"}]},
            "must be a power of two": {"set": [{"circuit": "main", "key": "rho", "value": 0.3}]},
            "bits is 8, not 9": {"security": {"bits": 9, "hundredths": 815, "regime": "UDR", "circuit": "main"}},
            "security is missing": {"security": None},
            "circuits are not those of the file": {"circuits": []},
        }.items():
            with self.subTest(text):
                self.assert_fault(text, lambda d, changes=changes: d["zkvms"][0].update(changes))

    def test_the_tree_of_proofs_cannot_be_left_out(self):
        self.assert_fault("recursion is missing", lambda d: d["zkvms"][0].__delitem__("recursion"))

    def test_files_of_toml_1_1_are_one_clear_fault(self):
        text = TOML + 'proof = { arity = 2,\n }\n'
        Path(self.folder, "small.toml").write_text(text, "utf-8")
        digest = hashlib.sha256(text.encode()).hexdigest()
        self.assert_fault("is not TOML 1.0", lambda d: d["zkvms"][0].update(sha256=digest))

    def nodes(self, document):
        return document["zkvms"][0]["circuits"][0]["nodes"]

    def test_graphs(self):
        for text, node in {
            "which does not come before it": ["+", 0, 1000],
            "unknown operator": ["exp", 0],
            "unknown operator 'x'": ["x"],
            "a cell outside the tree": ["cell", "main", "UDR", 1],
            "division by zero": ["q", "1/0"],
            "is no rational number": ["q", "0.5"],
            "root of a negative number": ["-", 1, 0],
            "'-1' is no rational number": ["q", "-1"],
            "'01' is no rational number": ["q", "01"],
            "'١' is no rational number": ["q", "١"],
            "2 operands": ["sqrt", 0, 0],
            "where a text must be": ["q", 1],
            "where an integer must be": ["^", 0, "2"],
            "an exponent below 0": ["^", 0, -1],
            "a power of more than": ["^", 3, 10**12],
            "a power of 2 of more than": ["<<", 0, 10**12],
            "digits": ["q", "1" * 20_001],
            "not a node": "q",
            "nothing uses it": ["q", "77"],
            "is there twice": ["q", "1"],
        }.items():
            with self.subTest(text):
                extra = [node, ["sqrt", 0]] if text.startswith("root") else [node]

                def change(document, extra=extra):
                    nodes = self.nodes(document)
                    nodes.extend(copy.deepcopy(extra))
                    if len(extra) > 1:
                        nodes[-1][1] = len(nodes) - 2
                self.assert_fault(text, change)
        self.assert_fault("division by zero", lambda d: self.nodes(d).append(["/", 0, len(self.nodes(d))])
                          or self.nodes(d).insert(-1, ["q", "0"]))
        self.assert_fault("more than 200000 nodes", lambda d: self.nodes(d).extend([["q", "1"]] * 200_001))

    def test_numbers_too_large_together(self):
        limit = check.MOST_WORK
        self.addCleanup(setattr, check, "MOST_WORK", limit)
        check.MOST_WORK = 100_000
        self.assert_fault("too large together", lambda d: self.nodes(d).extend(["^", 3, 100 + i] for i in range(20)))

    def test_hidden_numbers(self):
        def hide(document):
            nodes = self.nodes(document)
            nodes += [["q", "0"], ["*", 3, len(nodes)], ["+", 0, len(nodes) + 1]]
            document["zkvms"][0]["circuits"][0]["regimes"][0]["decisions"][0]["right"] = len(nodes) - 1

        document = certificate()
        hide(document)
        self.assertEqual(self.faults(document), [])  # F times 0: F is an input that is checked
        nodes = self.nodes(document)
        nodes[-2][1] = next(i for i, node in enumerate(nodes) if node[0] == "*")
        self.assertTrue(any("a factor of 0 hides" in fault for fault in self.faults(document)))

    def test_statements(self):
        def regime(document):
            return document["zkvms"][0]["circuits"][0]["regimes"][0]

        for text, change in {
            "ALI: bits is": lambda r: r["cells"][4].update(bits=1),
            "DEEP: hundredths is": lambda r: r["cells"][5].update(hundredths=1),
            "another number than the published formula": lambda r: r["cells"][5].update(node=3),
            "term DEEP is missing": lambda r: r["cells"].pop(),
            "the circuit has no term FOLD": lambda r: r["cells"][0].update(term="FOLD"),
            "term ALI is stated twice": lambda r: r["cells"].append(r["cells"][4]),
            "bits must be an integer": lambda r: r["cells"][0].update(bits="1"),
            "does not come before it": lambda r: r["cells"][0].update(node=True),
            "ALI does not bind": lambda r: r["total"].update(binds="ALI"),
            "total: bits is 8, not 9": lambda r: r["total"].update(bits=9),
            "the relation is <, not =": lambda r: r["decisions"][0].update(relation="="),
            "the formulas decide nothing": lambda r: r["decisions"][0].update(left=2, relation=">"),
            "there is nothing to choose": lambda r: r.update(choice=[]),
            "its status is proven, not refuted": lambda r: r.update(status="refuted"),
            "the regime covers the circuit": lambda r: [r.pop(key) for key in list(r) if key not in (
                "name", "status")] and r.update(notCovered="it does not"),
        }.items():
            with self.subTest(text):
                self.assert_fault(text, lambda d, change=change: change(regime(d)) and None)
        self.assert_fault("regime UDR is stated twice",
                          lambda d: d["zkvms"][0]["circuits"][0]["regimes"].append(regime(d)))
        self.assert_fault("no regime of the bounds may-2026", lambda d: regime(d).update(name="DKT-Johnson"))
        self.assert_fault("sizes must be expected and worst", lambda d: d["zkvms"][0]["circuits"][0].update(sizes=[]))

    def test_trees(self):
        for text, change in {
            "main has 5 proofs": lambda t: t["proofs"][0].update(count="6"),
            "the best regime of main is UDR": lambda t: t["proofs"][0].update(regime="JBR"),
            "hundredths is 582": lambda t: t["total"].update(hundredths=583),
            "another number than that of the tree": lambda t: t["nodes"][1].__setitem__(1, "6"),
            "a cell that the certificate does not state": lambda t: t["nodes"][0].__setitem__(3, 0),
            "once each": lambda t: t["proofs"].clear(),
        }.items():
            with self.subTest(text):
                self.assert_fault(text, lambda d, change=change: change(d["zkvms"][0]["recursion"]))

    def test_everything_of_another_kind(self):
        """Any value in place of any other gives a fault or none, and never an exception."""
        def places(part, path=()):
            entries = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
            for key, value in entries:
                yield (*path, key)
                yield from places(value, (*path, key))

        whole = certificate()
        for number, path in enumerate(list(places(whole))):
            for value in (None, [], {}, -1, 10**30, "x", [[]], True)[number % 8::3]:
                document = copy.deepcopy(whole)
                part = document
                for key in path[:-1]:
                    part = part[key]
                part[path[-1]] = value
                for fault in self.faults(document):
                    self.assertNotIn("cannot be checked", fault, f"{path} is {value!r}")

    def test_thousands_of_roots_are_refused_at_once(self):
        document = certificate()
        nodes = document["zkvms"][0]["circuits"][0]["nodes"]
        first = len(nodes)
        nodes += [["q", str(1_000_000_007 + 2 * i)] for i in range(3000)]
        nodes += [["sqrt", first + i] for i in range(3000)]
        for i in range(1, 3000):
            nodes.append(["+", first + 3000 if i == 1 else len(nodes) - 1, first + 3000 + i])
        self.assertTrue(any("a sum of more than" in fault for fault in self.faults(document)))

    def test_summary_names_what_was_checked(self):
        """The file that was read, whatever the certificate calls it; what is set in it; and what is not stated."""
        Path(self.folder, "other.toml").write_text("# nothing", "utf-8")
        document = certificate()
        document["zkvms"][0]["source"] = "zkvms/large.toml"
        document["zkvms"][0]["set"] = [{"circuit": "main", "key": "num_queries", "value": 10}]
        summary = self.report(document).summary()
        path = Path(self.folder, "small.toml")
        self.assertIn(f"under UDR, JBR, accounting soundcalc, bounds may-2026, of: {path} named \"Small\"", summary)
        self.assertIn(f"set in {path} named \"Small\": main.num_queries = 10", summary)
        self.assertIn(f"nothing is stated of: {Path(self.folder, 'other.toml')}", summary)
        self.assertNotIn("large.toml", summary)

    def with_lookup(self, more="", notes=None):
        """A lookup of 2^64 rows, which is more than the characteristic: its figure rests on a hypothesis."""
        toml = TOML + LOOKUP + more
        Path(self.folder, "small.toml").write_text(toml, "utf-8")
        document = build(toml)
        if notes is not None:
            document["zkvms"][0]["circuits"][0]["regimes"][0]["notes"] = notes
        return self.report(document)

    def test_a_figure_that_rests_on_a_hypothesis_needs_a_note(self):
        needed = self.with_lookup()
        self.assertEqual(len(needed.faults), 1, needed.faults)
        self.assertIn("bus needs a note: it holds only if", needed.faults[0])
        self.assertEqual(self.with_lookup("max_multiplicity = 5").faults, [])
        noted = self.with_lookup(notes=[{"note": "no value is looked up so often", "terms": ["bus"]}])
        self.assertEqual(noted.faults, [])
        self.assertIn("1 cells are no theorem, or rest on a hypothesis", noted.summary())
        for note in ({"note": "", "terms": ["bus"]}, {"note": "x", "terms": []}, {"note": "x", "terms": ["ALI"]},
                     {"note": "x", "terms": ["bus", "train"]}, {"note": "x"}, {"terms": ["bus"]}, None):
            self.assertTrue(self.with_lookup(notes=[note]).faults, note)

    def test_an_estimated_number_of_constraints_needs_a_warning(self):
        text = TOML.replace("num_constraints", "num_columns")
        Path(self.folder, "small.toml").write_text(text, "utf-8")
        document = build(text)
        nodes = document["zkvms"][0]["circuits"][0]["nodes"]
        nodes[nodes.index(["in", "C", "num_constraints", "10"])][2] = "num_columns"
        self.assertTrue(any("estimated without a warning" in fault for fault in self.faults(document)))
        document["zkvms"][0]["warnings"] = ["the number of constraints is estimated"]
        self.assertFalse(any("warning" in fault for fault in self.faults(document)))
        nodes[nodes.index(["in", "C", "num_columns", "10"])][2] = "num_constraints"
        self.assertTrue(any("it is read from num_columns" in fault for fault in self.faults(document)))
        nodes[nodes.index(["in", "C", "num_constraints", "10"])][2] = "num_columns"
        for warnings in ([], [" "], None, "x", [1]):
            document["zkvms"][0]["warnings"] = warnings
            self.assertTrue(any("warning" in fault for fault in self.faults(document)), warnings)

    def test_an_input_is_read_from_the_key_that_its_symbol_stands_for(self):
        for symbol, key, other in (("B", "batch_size", "num_queries"), ("ρ", "rho", "trace_length"),
                                   ("F", "field", "hash_size_bits"), ("c", "opening_points", ""),
                                   ("k_i", "fri_folding_factors", "rho,fri_folding_factors"),
                                   ("k", "trace_length", "trace_length,trace_length"),
                                   ("C", "num_constraints", "num_columns")):
            with self.subTest(symbol):
                def change(document, symbol=symbol, key=key, other=other):
                    node = next(node for node in self.nodes(document) if node[:3] == ["in", symbol, key])
                    node[2] = other
                self.assert_fault(f"it is read from {key}", change)

        def computed(document):
            nodes = self.nodes(document)
            nodes[next(i for i, node in enumerate(nodes) if node[0] == "let" and node[1] == "1 − δ")] = [
                "in", "1 − δ", "rho", "3/4"]
        self.assert_fault("it is computed and no input", computed)

    def test_sizes_name_what_they_are_made_of(self):
        """So that a certificate of regimes that need no folds, as toy, or DKT's alone, has no fault in its sizes."""
        zkvm = check.Zkvm("small.toml", check.toml(TOML, "small.toml"))
        _, seen = check.expected_sizes(zkvm.circuits[0])
        for symbol in ("ρ", "k", "k_i", "B", "t", "h", "D", "β", "r + 1", "⌈ρ · n_r⌉"):
            self.assertIn(symbol, {name for name, _ in seen.inputs})

    def test_texts_say_something(self):
        def regime(document):
            return document["zkvms"][0]["circuits"][0]["regimes"][0]

        for text in ("", " ", "...", "\u200b", "7"):
            for name, change in {
                "warning": lambda d: d["zkvms"][0].update(warnings=["true", text]),
                "cell": lambda d: regime(d)["cells"][0].update(note=text),
                "note": lambda d: regime(d).update(notes=[{"note": text, "terms": ["ALI"]}]),
                "remark": lambda d: regime(d).update(remark=text),
                "source": lambda d: regime(d).update(sources=[text]),
                "not covered": lambda d: d["zkvms"][0]["circuits"][0]["regimes"][1].update(notCovered=text),
                "not checked": lambda d: d.update(notChecked=[text]),
            }.items():
                with self.subTest(f"{name} {text!r}"):
                    self.assert_fault("a text says nothing", lambda d, change=change: change(d) and None)

    def test_a_decision_is_stated_once(self):
        self.assert_fault("the decision is stated twice", lambda d: d["zkvms"][0]["circuits"][0]["regimes"][0][
            "decisions"].append(d["zkvms"][0]["circuits"][0]["regimes"][0]["decisions"][0]))

    def test_every_file_that_nothing_is_stated_of_is_named(self):
        Path(self.folder, "large.toml").write_bytes(TOML.encode() + b"#" * (check.LARGEST_TOML + 1))
        Path(self.folder, "CAPITAL.TOML").write_text("# nothing", "utf-8")
        Path(self.folder, "again.Toml").write_text("# nothing", "utf-8")
        summary = self.report(certificate()).summary()
        for name in ("large.toml (over 4 MiB)", "CAPITAL.TOML", "again.Toml"):
            self.assertIn(name, summary.split("nothing is stated of: ")[1])

    def test_a_byte_order_mark_is_no_part_of_a_file(self):
        data = b"\xef\xbb\xbf" + TOML.encode()
        Path(self.folder, "small.toml").write_bytes(data)
        document = certificate()
        document["zkvms"][0]["sha256"] = hashlib.sha256(data).hexdigest()
        self.assertEqual(self.faults(document), [])

    def with_text(self, text):
        Path(self.folder, "small.toml").write_text(text, "utf-8")
        document = certificate()
        document["zkvms"][0]["sha256"] = hashlib.sha256(text.encode()).hexdigest()
        return self.faults(document)

    def test_a_file_that_is_nested_too_deep(self):
        """As soundcalc has it, which reads 100 levels."""
        quoted = f'comment = 1 # {"a." * 20_000}a\ntext = "{"a." * 20_000}a"\nlines = """\n{"a." * 20_000}a\n"""\n'
        for text in ("[x]\nx = " + "[" * 99 + "]" * 99, "[x]\n" + "a." * 98 + "a = 1", f"[{'a.' * 99}a]", quoted,
                     f"numbers = [{'0.5, ' * 20_000}0.5]"):
            self.assertEqual(self.with_text(f"{TOML}\n{text}\n"), [], text[:60])
        for text in ("x = " + "[" * 101 + "]" * 101, "a." * 14_000 + "a = 1", f"[{'a . ' * 100}a]",
                     """'"'."'".""" + '"a".' * 100 + "a = 1", "x = {" + "a." * 200 + "a = 1}",
                     "[" + "a." * 60 + "a]\n" + "a." * 60 + "a = 1"):
            faults = self.with_text(f"{TOML}\n{text}\n")
            self.assertTrue(len(faults) == 1 and "nested too deep" in faults[0], f"{text[:60]} {faults}")

    def test_decimals_have_a_thousand_digits_at_most(self):
        faults = self.with_text(TOML.replace("rho = 0.5", "rho = 0.5" + "0" * 400_000))
        self.assertTrue(any("rho must be a decimal of at most 1,000 digits" in fault for fault in faults), faults)
        self.assertEqual(self.with_text(TOML.replace("rho = 0.5", "rho = 0.5" + "0" * 900)), [])

    def test_a_file_is_read_as_toml_has_it(self):
        """A carriage return alone is no end of a line: nothing may stand behind a comment."""
        text = TOML.replace("num_queries = 10", "num_queries = 10 # or\rnum_queries = 11")
        Path(self.folder, "small.toml").write_bytes(text.encode())
        digest = hashlib.sha256(text.encode()).hexdigest()
        self.assert_fault("is not TOML 1.0", lambda d: d["zkvms"][0].update(sha256=digest))

    def test_a_file_that_changes_meanwhile_is_not_read(self):
        files = check.Files(self.folder)
        Path(self.folder, "small.toml").write_text(TOML + " ", "utf-8")
        with self.assertRaisesRegex(check.Fault, "has changed meanwhile"):
            files.find(hashlib.sha256(TOML.encode()).hexdigest(), "Small")

    def test_result_that_cannot_be_written(self):
        path = Path(self.folder, "good.json")
        path.write_text(json.dumps(certificate()), "utf-8")
        if Path("/dev/full").exists():
            program = [sys.executable, check.__file__, str(path), self.folder]
            with open("/dev/full", "w", encoding="utf-8") as full:
                run = subprocess.run(program, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
            self.assertEqual(run.returncode, 1)
            self.assertIn("cannot be written", run.stderr)
            self.assertNotIn("Traceback", run.stderr)

    def test_command(self):
        path = Path(self.folder, "good.json")
        path.write_text(json.dumps(certificate()), "utf-8")
        for arguments, code, output in (
            ([str(path), self.folder], 0, "0 faults"),
            ([str(Path(self.folder, "small.toml")), self.folder], 1, "not JSON"),
            ([], 2, "usage"),
            ([str(path), str(path)], 2, "usage"),
            (["no such file", self.folder], 2, "No such file"),
        ):
            with redirect_stdout(io.StringIO()) as out, redirect_stderr(out):
                self.assertEqual(check.main(arguments), code)
            self.assertIn(output, out.getvalue())


if __name__ == "__main__":
    unittest.main()
