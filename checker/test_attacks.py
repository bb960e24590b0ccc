"""Certificates that somebody made to pass a wrong figure, or to stop the checker: each must have a fault of one line,
in bounded time and memory."""

import copy
import hashlib
import json
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

import check
from test_check import TOML, certificate

SECOND = TOML[TOML.index("[[circuits]]"):].replace('name = "main"', 'name = "next"').replace(
    'verifies = ["main"]', 'verifies = ["main"]').replace("arity = 2", "arity = 1")


def places(part, path=()):
    """Where the values of a document stand that are no array and no object."""
    if not isinstance(part, (dict, list)):
        yield path, part
        return
    for key, value in part.items() if isinstance(part, dict) else enumerate(part):
        yield from places(value, (*path, key))


def put(document, path, value):
    """A copy of the document with another value at a place."""
    document = copy.deepcopy(document)
    part = document
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = value
    return document


def zkvm(change):
    """A certificate whose zkVM is changed."""
    document = certificate()
    changed = change(document["zkvms"][0])
    return changed if isinstance(changed, (dict, bytes)) and "zkvms" in changed else document


def circuit(change):
    return zkvm(lambda z: change(z["circuits"][0]) and None)


def regime(change):
    return circuit(lambda c: change(c["regimes"][0]) and None)


def tree(change):
    return zkvm(lambda z: change(z["recursion"]) and None)


def set_to(*changes):
    return zkvm(lambda z: z.update(set=list(changes)))


def bare_circuit(c):
    """Nothing but its sizes."""
    c.update(regimes=[], nodes=[])
    for size in c["sizes"]:
        size["node"] = len(c["nodes"])
        c["nodes"].append(["q", size["value"]])


def hollow(z):
    """All that could be wrong is left out."""
    bare_circuit(z["circuits"][0])
    del z["security"], z["recursion"]


# Ways to write an integer or a rational that is another's or nobody's.
def of_another_kind(value):
    if isinstance(value, bool):
        return
    if isinstance(value, int):
        yield from (float(value), str(value), value + 1, value - 1, -value - 1, [value], {"value": value}, None, True,
                    10**30, value + 2**64)
    if isinstance(value, str) and value[:1].isdigit() and set(value) <= set("0123456789/"):
        wide = "".join(chr(ord(c) + 0xFEE0) if c.isdigit() else c for c in value)
        yield from (wide, f"0{value}", f"+{value}", f"-{value}", f"{value} ", f" {value}", f"{value}\n", f"{value}/0",
                    f"{value}.0", f"{value}e0", f"{value}_0", f"0x{value}", value + "0", "", "NaN", "inf", "1/0", "/",
                    "٣", 7, 7.5, None, [value])


class AttackTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.write("small.toml", TOML)
        limit = sys.get_int_max_str_digits()
        self.addCleanup(sys.set_int_max_str_digits, limit)
        sys.set_int_max_str_digits(check.MOST_DIGITS + 1)

    def write(self, name, text):
        Path(self.folder, name).write_text(text, "utf-8")
        return hashlib.sha256(text.encode()).hexdigest()

    def assert_found(self, document, name):
        data = document if isinstance(document, bytes) else json.dumps(document).encode()
        report = check.check(data, self.folder)
        self.assertTrue(report.faults, f"{name}: {report.summary()}")
        for fault in report.faults:
            self.assertNotIn("cannot be checked", fault, name)
            self.assertFalse("\n" in fault or len(fault) > 300, f"{name}: {fault}")
        return report

    def test_numbers_of_another_kind(self):
        """Every number, written in another way or being another one."""
        whole, number = certificate(), 0
        for path, value in list(places(whole)):
            if path[-1] == "sha256":
                continue
            for other in of_another_kind(value):
                if "nodes" in path[:-1] + ("nodes",) * (path[-1] in ("node", "left", "right")) and type(other) is int \
                        and 0 <= other < 60:
                    continue  # another node may be the same number
                self.assert_found(put(whole, path, other), f"{path} is {other!r}")
                number += 1
        self.assertGreater(number, 1_000)

    def test_raw_json(self):
        data = json.dumps(certificate(), ensure_ascii=False).encode()
        first = b'"bits": 8, "hundredths": 815, "regime"'
        self.assertIn(first, data)
        for text in (b'"bits": 8.0, "hundredths": 815, "regime"', b'"bits": 8e0, "hundredths": 815, "regime"',
                     b'"bits": 1e999999999, "hundredths": 815, "regime"', b'"bits": -8, "hundredths": 815, "regime"',
                     b'"bits": 08, "hundredths": 815, "regime"', b'"bits": +8, "hundredths": 815, "regime"',
                     b'"bits": 0x8, "hundredths": 815, "regime"', b'"bits": 8n, "hundredths": 815, "regime"',
                     b'"bits": Infinity, "hundredths": 815, "regime"',
                     b'"bits": 9, "bits": 8, "hundredths": 815, "regime"',
                     b'"bits": 8, "bits": 8, "hundredths": 815, "regime"', b'"bits": NaN, "hundredths": 815, "regime"',
                     '"bits": ８, "hundredths": 815, "regime"'.encode(), b'"bits": "8", "hundredths": 815, "regime"',
                     b'"\\u0062its": 9, "bits": 8, "hundredths": 815, "regime"',
                     b'"bits": ' + b"8" * 30_000 + b', "hundredths": 815, "regime"',
                     b'"b\\u0130ts": 8, "hundredths": 815, "regime"', b'"bits": 8 // "\n, "hundredths": 815, "regime"',
                     b"'bits': 8, \"hundredths\": 815, \"regime\""):
            self.assert_found(data.replace(first, text), text)
        for name, changed in {"mark": b"\xef\xbb\xbf" + data, "UTF-16": data.decode().encode("utf-16"),
                              "two documents": data + data, "a word behind": data + b" x", "NUL": data + b"\0",
                              "surrogate": data.replace(b'"Small"', b'"\\ud800"'), "half": data[:len(data) // 2],
                              "comma": data[:-1] + b",}", "brackets": b"[" * 100_000 + b"]" * 100_000,
                              "braces": b'{"a":' * 50_000 + b"1" + b"}" * 50_000, "empty": b"", "blank": b" \n",
                              "many arrays": b"[" + b"[]," * 3_000_000 + b"[]]",
                              "deep value": data.replace(b'"set": []', b'"set": [{"circuit": "main", "key": "rho", '
                                                         b'"value": ' + b"[" * 900 + b"]" * 900 + b"}]")}.items():
            self.assert_found(changed, name)

    def test_statements_left_out(self):
        """What is not stated must not read as checked."""
        whole = certificate()
        mutants = {
            "hollow": zkvm(hollow), "no regime": circuit(bare_circuit),
            "nothing unchecked": {**whole, "notChecked": []},
            "no security": zkvm(lambda z: z.pop("security")), "security null": zkvm(lambda z: z.update(security=None)),
            "no tree": zkvm(lambda z: z.pop("recursion")), "tree null": zkvm(lambda z: z.update(recursion=None)),
            "no total": regime(lambda r: r.pop("total")), "no cells": regime(lambda r: r.update(cells=[])),
            "cells missing": regime(lambda r: r.pop("cells")), "no sources": regime(lambda r: r.pop("sources")),
            "decisions missing": regime(lambda r: r.pop("decisions")), "no set": zkvm(lambda z: z.pop("set")),
            "no accounting": zkvm(lambda z: z.pop("accounting")), "no bounds": zkvm(lambda z: z.pop("bounds")),
            "no hash": zkvm(lambda z: z.pop("sha256")), "no sizes": circuit(lambda c: c.pop("sizes")),
            "no nodes": circuit(lambda c: c.pop("nodes")), "no status": regime(lambda r: r.pop("status")),
        }
        mutants |= {f"no cell {i}": regime(lambda r, i=i: r["cells"].pop(i)) for i in range(6)}
        mutants |= {f"no decision {i}": regime(lambda r, i=i: r["decisions"].pop(i)) for i in range(2)}
        mutants |= {f"no size {i}": circuit(lambda c, i=i: c["sizes"].pop(i)) for i in range(2)}
        for key in ("bits", "hundredths", "node", "term"):
            mutants |= {f"cell {i} without {key}": regime(lambda r, i=i, key=key: r["cells"][i].pop(key))
                        for i in range(6)}
        for name, document in mutants.items():
            self.assert_found(document, name)

    def test_what_is_set(self):
        for number, changes in enumerate((
            [{"key": "name", "value": "Small"}], [{"circuit": "main", "key": "name", "value": "main"}],
            [{"circuit": "main", "key": "lookups", "value": []}], [{"circuit": "main", "key": "proof", "value": {}}],
            [{"circuit": "main", "key": "num_queries", "value": 10}] * 2, [{"key": "num_queries", "value": 10}],
            [{"circuit": "main", "key": "num_queries", "value": 10.0}], [{"key": "hash_size_bits", "value": "256"}],
            [{"circuit": "main", "lookup": "bus", "key": "rows_L", "value": 1}],
            [{"table": "zkevm", "key": "a", "value": 1}],
            [{"circuit": None, "key": "field", "value": "Goldilocks^2"}], [{"circuit": "main", "key": 1, "value": 1}],
            [{"circuit": "main", "key": "field", "value": "Goldilocks^٢"}], [{"table": "swirl", "circuit": "main",
                                                                              "key": "a", "value": 1}],
            [{"circuit": "main", "table": "proof", "lookup": "bus", "key": "arity", "value": 2}],
            [{"circuit": "main", "key": "num_queries", "value": 1_000}],
            [{"circuit": "main", "key": "rho", "value": 1e-400}],
            [{"table": "recursion", "key": "max_leaf_proofs", "value": {"main": 1}}],
            [{"table": "recursion", "key": "max_leaf_proofs", "value": {"next": 5}}],
            [{"circuit": "main", "key": "verifies", "value": []}], [{"circuit": "main", "key": "rho", "value": []}],
            [{"circuit": "main", "key": "fri_folding_factors", "value": [2] * 20_000}], [3], ["x"], [[]], [{}],
            [{"circuit": "main", "key": "explicit_regime", "value": "list"}], [{"key": "field", "value": "M31^4"}],
        )):
            self.assert_found(set_to(*changes), f"set {number}: {changes}")

    def test_the_file_binds(self):
        """The parameters come from the file that the hash names, whatever the certificate says of them."""
        for old, new in (("rho = 0.5", "rho = 0.25"), ("trace_length = 16", "trace_length = 32"),
                         ("batch_size = 3", "batch_size = 4"), ("power_batching = true", "power_batching = false"),
                         ("num_queries = 10", "num_queries = 9"), ("phase = 4", "phase = 3"), ("[4, 4]", "[2, 8]"),
                         ("num_constraints = 10", "num_constraints = 11"), ("_degree = 3", "_degree = 4"),
                         ("points = 2", "points = 3"), ('"unique"', '"list"'), ("^2", "^3"), ("= 256", "= 248"),
                         ("proofs = 5", "proofs = 6"), ('name = "Small"', 'name = "Large"'), ('"main"', '"next"'),
                         ("[[circuits]]", SECOND + "[[circuits]]"), ("grinding_query_phase = 4\n", ""),
                         ("verifies", "verifies_"), ("[zkevm]", "[zkevm]\nname_ = 1\n[zkevm]"),
                         ('explicit_regime = "unique"\n', ""), ("[recursion]", "[recursive]")):
            self.assertIn(old, TOML)
            text = TOML.replace(old, new)
            digest = self.write("changed.toml", text)
            self.assert_found(zkvm(lambda z, digest=digest: z.update(sha256=digest)), new)
            self.assert_found(zkvm(lambda z, digest=digest: z.update(sha256=digest.upper())), f"{new}, upper case")

    def test_two_circuits(self):
        """Names, order and sameness of circuits."""
        digest = self.write("two.toml", TOML + SECOND)
        true = certificate()["zkvms"][0]
        one = true["circuits"][0]
        other = {**copy.deepcopy(one), "name": "next"}

        def two(*circuits):
            return {**certificate(), "zkvms": [{**true, "sha256": digest, "circuits": list(circuits)}]}

        def same(pointer, name="next"):
            return two(one, {"name": name, "sameAs": pointer})

        tree_of_one = "the proofs are not of the circuits"
        self.assertIn(tree_of_one, self.assert_found(two(one, other), "tree of one").faults[0])
        for name, document in {
            "one only": two(one), "twice one": two(one, one), "turned": two(other, one), "one name": two(other, other),
            "three": two(one, other, other), "of itself": same("/zkvms/0/circuits/1"),
            "later": same("/zkvms/0/circuits/2"),
            "last": same("/zkvms/0/circuits/-"), "padded": same("/zkvms/0/circuits/00"),
            "wide": same("/zkvms/0/circuits/０"),
            "escaped": same("/zkvms/0/circuits/~00"), "by name": same("/zkvms/0/circuits/main"), "all": same(""),
            "newline": same("/zkvms/0/circuits/0\n"), "other name": same("/zkvms/0/circuits/0", "main"),
            "nobody": same("/zkvms/0/circuits/0", ""), "of null": two(one, {"name": "next", "sameAs": None}),
            "no name": two(one, {"sameAs": "/zkvms/0/circuits/0"}), "first is the same":
                two({"name": "main", "sameAs": "/zkvms/0/circuits/1"}, other),
        }.items():
            self.assert_found(document, name)

    def test_trees(self):
        for name, document in {
            "no count": tree(lambda t: t["proofs"][0].pop("count")),
            "five": tree(lambda t: t["proofs"][0].update(count=5.0)),
            "mixed": tree(lambda t: t["proofs"][0].update(regime="mixed")),
            "no nodes": tree(lambda t: t.update(nodes=[])),
            "other circuit": tree(lambda t: t["nodes"][0].__setitem__(1, "next")), "twice": tree(
                lambda t: t["proofs"].append(t["proofs"][0])), "no total": tree(lambda t: t.pop("total")),
            "other regime": tree(lambda t: t["nodes"][0].__setitem__(2, "JBR")), "one proof": tree(
                lambda t: t["total"].update(node=0, bits=8, hundredths=815)), "constant": tree(
                lambda t: t["nodes"].__setitem__(0, ["q", "1/1000"])),
            "unused": tree(lambda t: t["nodes"].append(["q", "7"])),
            "a cell that is no cell": tree(lambda t: t["nodes"][0].__setitem__(3, 2)), "power": tree(
                lambda t: t["nodes"].__setitem__(2, ["^", 0, 5])), "max": tree(
                lambda t: t["nodes"].__setitem__(2, ["max", 0, 1])), "max of a sum": tree(
                lambda t: t["nodes"].append(["max", 2, 0]) or t["total"].update(node=3)),
            "less": tree(lambda t: t["nodes"].__setitem__(1, ["q", "4"])),
        }.items():
            self.assert_found(document, name)

    def test_texts_that_name_something_else(self):
        """What is said in words that are not free."""
        whole = certificate()
        for path, value in list(places(whole)):
            free = {"generator", "source", "notCovered", "decision", "sources", "notChecked"} & set(path)
            is_text = isinstance(value, str) and not free
            for other in (value + "x", value.upper() + "ı", value + "\u200b", "\x1b[2K" + value, value + "\n0 faults",
                          "x" * 10_000) if is_text else ():
                self.assert_found(put(whole, path, other), f"{path} is {other!r}")

    def test_large_numbers_end_soon(self):
        """Numbers whose arithmetic would take hours: by their size, by their number, or by what cancels."""
        def graph(*nodes):
            def change(c):
                first = len(c["nodes"])
                for name, *arguments in nodes:
                    kinds = zip(check.SHAPES[name], arguments)
                    c["nodes"].append([name, *(x + first if kind == "i" else x for kind, x in kinds)])
            return circuit(change)

        large = [["q", "3/7"], ["^", 0, 900_000], ["q", "5/11"], ["^", 2, 900_000]]
        lets = [["let", f"x{i}", 1 + i % 2 * 2] for i in range(400)]
        cancel = [["/", 4 + i, 4 + j] for i in range(400) for j in range(400) if i != j]
        self.addCleanup(setattr, check, "MOST_WORK", check.MOST_WORK)
        check.MOST_WORK >>= 7  # what takes a minute is not tried in full
        for name, document in {
            "squares": graph(["q", "3"], *(["*", i, i] for i in range(60))),
            "quotients": graph(*large, *lets, *cancel),
            "sums": graph(*large, *(["+", 1, 3 + i] for i in range(100))),
            "roots of roots": graph(["q", "3"], *(["sqrt", i] for i in range(3_000))),
            "logarithms": graph(["q", "3"], *(["log2", i] if i % 2 else ["+", i, 0] for i in range(400))),
            "shifts": graph(["q", "3"], *(["<<", i, 4_000_000 if i % 2 else -4_000_000] for i in range(2_000))),
            "many nodes": graph(*(["q", str(i)] for i in range(200_001))),
            "long constants": graph(*(["q", str(7 * 10**19_990 + i)] for i in range(200))),
        }.items():
            start = time.process_time()
            self.assert_found(document, name)
            self.assertLess(time.process_time() - start, 20, name)

    def test_what_is_read_again_ends_soon(self):
        """What takes the square of its length, or of which each takes long."""
        period = 2**61 - 1  # integers that are equal modulo it have one hash in Python
        count = {"decision": "count", "k": 1, "agreement": 3, "degree": 1, "characteristic": str(2**64 - 2**32 + 1),
                 "proof": "recipe m=3", "count": "1"}
        dkt = {"name": "DKT-Johnson", "status": "proven", "sources": [], "cells": [],
               "choice": [{"iteration": 0, "agreement": "25/32"}],
               "decisions": [{**count, "n": 5 + period * i} for i in range(30_000)]}

        def flood(c):
            first = len(c["nodes"])
            c["nodes"] += [["q", str(7 + period * i)] for i in range(1, 20_001)]
            c["nodes"] += [["max", first + (i + 19_999 if i else 0), first + i + 1] for i in range(19_999)]

        def doubts(c):
            first = len(c["nodes"])
            c["nodes"] += [["in", "C", "num_constraints", "12345"], *(["+", first, first + i] for i in range(20_000))]
            c["regimes"][0]["decisions"] += [{"decision": f"d{i}", "left": first, "right": first, "relation": "<"}
                                             for i in range(20_000)]

        def logarithms(c):
            first = len(c["nodes"])
            c["nodes"] += [["q", f"{2**1900 + 2 * i + 1}/{2**1900}"] for i in range(3_000)]
            c["nodes"] += [["log2", first + i] for i in range(3_000)]
            c["nodes"] += [["max", first + 3_000 + i, first + 3_001 + i] for i in range(2_999)]

        def ceilings(c):
            first = len(c["nodes"])
            c["nodes"] += [["q", str(10**18_000 + 1)], ["sqrt", first]]
            for node in range(first + 2, first + 3_000, 3):
                c["nodes"] += [["q", str(node)], ["+", node, first + 1], ["ceil", node + 1]]

        many = "".join(f'\n[[circuits]]\nname = "c{i}"\nprotocol_family = "FRI_STARK"' for i in range(20_000))
        names = [f"c{i}" for i in range(20_000)]
        quotes = self.write("quotes.toml", TOML + 'x = "' + '\\"' * 200_000 + "\n")
        circuits = self.write("circuits.toml", TOML + many)
        self.addCleanup(setattr, check, "MOST_WORK", check.MOST_WORK)
        self.addCleanup(sys.set_int_max_str_digits, sys.get_int_max_str_digits())
        sys.set_int_max_str_digits(0)
        documents = {
            "regimes": circuit(lambda c: c["regimes"].extend({"name": f"r{i}", "status": "x"} for i in range(50_000))),
            "decisions": circuit(doubts), "logarithms": circuit(logarithms), "ceilings": circuit(ceilings),
            "numbers of one hash": circuit(flood),
            "counts of one hash": zkvm(
                lambda z: z.update(bounds="september-2026") or z["circuits"][0]["regimes"].append(dkt)),
            "quotes": zkvm(lambda z: z.update(sha256=quotes)),
            "a tree": zkvm(lambda z: z.update(sha256=circuits, circuits=z["circuits"] + [{"name": n} for n in names])),
            "settings": zkvm(lambda z: z.update(sha256=circuits, set=[
                {"circuit": name, "key": "a", "value": 1} for name in names[5_000:]])),
        }
        for name, document in documents.items():
            check.MOST_WORK = (1 << 45) >> (6 if name in ("logarithms", "ceilings") else 0)
            start = time.process_time()
            self.assert_found(document, name)
            self.assertLess(time.process_time() - start, 20, name)

    def test_the_end_of_a_text_of_several_lines(self):
        """Up to two quotes may stand before it: what comes after them is still looked through."""
        for text in ('"""a""""', '"""a"""""', "'''a''''", "'''a'''''", '"""\\""""', '""""""', "''''''"):
            deep = f"x = [{text}, {{{'a.' * 100}a = 1}}]\n"
            digest = self.write("deep.toml", TOML.replace("[zkevm]", deep + "[zkevm]"))
            report = self.assert_found(zkvm(lambda z, digest=digest: z.update(sha256=digest)), text)
            self.assertIn("a key has more than 100 parts", report.faults[0])

    def test_a_path_keeps_its_end(self):
        """Where the name of the file is, however long the path to its folder."""
        folder = Path(self.folder, "d" * 150)
        folder.mkdir()
        Path(self.folder, "small.toml").rename(folder / "small.toml")
        (folder / "other.toml").write_text("", "utf-8")
        summary = check.check(json.dumps(certificate()).encode(), self.folder).summary()
        self.assertRegex(summary, r"of: \.\.\.d+/small\.toml named")
        self.assertRegex(summary, r"nothing is stated of: \.\.\.d+/other\.toml")

    def test_maxima_of_one_number_are_met_once(self):
        """40 of them, each of the one before twice, are 2^40 paths to one number."""
        def doubled(c):
            first = len(c["nodes"])
            cell = c["regimes"][0]["cells"][0]
            c["nodes"] += [["max", cell["node"], cell["node"]], *(["max", first + i, first + i] for i in range(40))]
            cell["node"] = first + 40
        start = time.process_time()
        check.check(json.dumps(circuit(doubled)).encode(), self.folder)
        self.assertLess(time.process_time() - start, 20)

    def test_members_that_are_there_twice_are_told_soon(self):
        keys = ",".join(f'"{i}":1' for i in range(60_000))
        start = time.process_time()
        self.assert_found(f'{{{keys},"59999":1}}'.encode(), "a member twice")
        self.assertLess(time.process_time() - start, 10)

    def test_nothing_that_is_set_is_cut_off(self):
        """Neither by other settings nor by a long name, nor the end of a row of numbers."""
        many = [{"circuit": "main", "key": f"zz{i}" + "z" * 200, "value": 1} for i in range(30)]
        document = set_to(*many, {"circuit": "main", "key": "num_queries", "value": 10})
        summary = check.check(json.dumps(document).encode(), self.folder).summary()
        self.assertIn("main.zz29zz", summary)
        self.assertIn("main.num_queries = 10", summary)
        self.assertNotIn("num_queries = 10 (which no formula reads)", summary)
        row = {"circuit": "main", "key": "a", "value": [100_000 + i for i in range(64)]}
        summary = check.check(json.dumps(set_to(row)).encode(), self.folder).summary()
        self.assertIn("100062, 100063]", summary)

    def test_what_is_set_without_effect_is_told(self):
        """A key that nobody knows, one that no formula reads, and tables of what is not certified."""
        for change in ({"circuit": "main", "key": "num_querys", "value": 10},
                       {"circuit": "main", "key": "num_columns", "value": 10},
                       {"circuit": "main", "table": "statement", "key": "relation", "value": "x"},
                       {"circuit": "main", "table": "proof", "key": "arity", "value": 2},
                       {"table": "swirl", "key": "logup_pow_bits", "value": 2}):
            report = check.check(json.dumps(set_to(change)).encode(), self.folder)
            self.assertEqual(report.faults, [])
            self.assertIn(" (which no formula reads)", report.summary())
        for change in ({"circuit": "main", "key": "num_queries", "value": 10},
                       {"key": "field", "value": "Goldilocks^2"}):
            summary = check.check(json.dumps(set_to(change)).encode(), self.folder).summary()
            self.assertNotIn("which no formula reads", summary)

    def test_a_name_passes_for_no_other_file(self):
        """The path that was read comes first, and the name, which is the file's own, in quotes."""
        self.write("small.toml", TOML.replace('name = "Small"', f'name = "A (zkvms/a.toml), {"B" * 200}"'))
        digest = hashlib.sha256(Path(self.folder, "small.toml").read_bytes()).hexdigest()
        document = zkvm(lambda z: z.update(sha256=digest, name=f"A (zkvms/a.toml), {'B' * 200}"))
        summary = check.check(json.dumps(document).encode(), self.folder).summary()
        self.assertIn(f"of: {Path(self.folder, 'small.toml')} named \"A (zkvms/a.toml), BBB", summary)

    def test_counts_that_no_term_needs_are_not_computed(self):
        count = {"decision": "count", "n": 1 << 30, "k": 1 << 20, "degree": 1, "characteristic": str(2**64 - 2**32 + 1),
                 "proof": "m=40 M=39 mu=19999", "count": "1"}
        counts = [{**count, "agreement": (1 << 29) + i} for i in range(5_000)]
        dkt = {"name": "DKT-first-order", "status": "proven", "sources": [], "cells": [], "total": {},
               "choice": [{"iteration": 0, "agreement": "24/32"}], "decisions": counts}
        start = time.process_time()
        document = circuit(lambda c: c["regimes"].append(dkt))
        document["zkvms"][0]["bounds"] = "september-2026"
        self.assert_found(document, "counts")
        self.assertLess(time.process_time() - start, 30)

    def test_memory(self):
        """A certificate as large as allowed, of the parts that take most memory."""
        program = ("import resource, sys; limit = 3 << 29; resource.setrlimit(resource.RLIMIT_AS, (limit, limit));"
                   "sys.path.insert(0, sys.argv[1]); import check; sys.exit(check.main(['-', sys.argv[2]]))")
        if sys.platform != "linux":
            self.skipTest("limits of memory are set on Linux")
        for data in (b'{"format": [' + b"[]," * 1_900_000 + b"[]]}", b'{"format": [' + b"1," * (30 << 20) + b"1]}",
                     b'{"format": [' + b"1.5," * (15 << 20) + b"1]}"):
            command = [sys.executable, "-c", program, str(Path(check.__file__).parent), self.folder]
            run = subprocess.run(command, input=data, capture_output=True, check=False)
            self.assertEqual((run.returncode, run.stderr), (1, b""))
            self.assertIn(b"fault: not a certificate", run.stdout)

    def test_memory_that_runs_out_is_one_line(self):
        """A limit of its own; the strings of a text with a letter beyond U+FFFF have four bytes each."""
        if check.resource is None or sys.platform != "linux":
            self.skipTest("limits of memory are set on Linux")
        data = b'{"format": [' + ("\U0001d53d" * 60_000 + "a" * 60_000_000).encode().join([b'"', b'"'])
        data += b", 1.5" * 3_900_000 + b"]}"
        self.assertLess(len(data), check.LARGEST_FILE << 1)
        program = ("import sys; sys.path.insert(0, sys.argv[1]); import check; check.LARGEST_FILE <<= 1;"
                   "check.MOST_MEMORY >>= 1; sys.exit(check.main(['-', sys.argv[2]]))")
        command = [sys.executable, "-c", program, str(Path(check.__file__).parent), self.folder]
        run = subprocess.run(command, input=data, capture_output=True, check=False)
        self.assertEqual((run.returncode, run.stderr), (1, b""))
        self.assertRegex(run.stdout.decode(), "fault: .* of memory\n")
        self.assertEqual(run.stdout.count(b"fault: "), 1)

    def test_the_limit_of_memory_is_that_of_the_check(self):
        if check.resource is not None:
            before = check.resource.getrlimit(check.resource.RLIMIT_AS)
            with check.limited_memory():
                pass
            self.assertEqual(check.resource.getrlimit(check.resource.RLIMIT_AS), before)

    def test_many_statements_end_soon(self):
        """Of one circuit, by the same words; of a file; of counts."""
        self.addCleanup(setattr, check, "MOST_WORK", check.MOST_WORK)
        check.MOST_WORK >>= 6
        document = certificate()
        for i in range(5_000):
            document["zkvms"].append({**document["zkvms"][0], "set": [{"circuit": "main", "key": f"k{i}", "value": 1}],
                                      "circuits": [{"name": "main", "sameAs": "/zkvms/0/circuits/0"}]})
        start = time.process_time()
        report = self.assert_found(document, "sameAs")
        self.assertTrue(any("too many statements" in fault for fault in report.faults))
        self.assertLess(time.process_time() - start, 10)
        self.write("small.toml", TOML + "#" * 500_000)
        digest = hashlib.sha256(Path(self.folder, "small.toml").read_bytes()).hexdigest()
        for statement in document["zkvms"]:
            statement["sha256"] = digest
        start = time.process_time()
        self.assert_found(document, "a file")
        self.assertLess(time.process_time() - start, 10)


if __name__ == "__main__":
    unittest.main()
