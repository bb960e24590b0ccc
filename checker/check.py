#!/usr/bin/env python3
"""Checks a certificate of soundcalc: python3 check.py CERTIFICATE FOLDER

CERTIFICATE: a file, or - for standard input; FOLDER: where the TOML files are, found by their SHA-256. Prints a line
for each fault and a summary. Exit code 0: no fault; 1: faults; 2: bad usage.

Every number of the certificate's graph is computed exactly. Each cell must be the very number that formulas.py gets
from the TOML file, and its figures must be true of it; so must decisions, totals, counts, sizes and the tree.
"""

import hashlib
import json
import re
import sys
from collections import defaultdict
from contextlib import contextmanager
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache, partial
from pathlib import Path

try:
    import resource
except ModuleNotFoundError:
    resource = None  # not on Windows
try:
    import tomllib
except ModuleNotFoundError:
    sys.stderr.write("check.py needs Python 3.11 or newer\n")
    sys.exit(2)

import counts
import formulas
import sizes
from arithmetic import (E, Number, Seen, TooLarge, Undecided, ceiling, floor_minus_log2, largest, least, log2, metered,
                        observed, sqrt)
from formulas import CONJECTURED, PROVEN, NotCovered
from parameters import INHERITED, Fault, Table, Zkvm

FORMAT = "soundcalc-certificate/1"
LARGEST_FILE = 64 << 20
LARGEST_TOML = 4 << 20
MOST_PARTS = 2_000_000  # arrays and objects of a certificate
MOST_COMMAS = 4_000_000
MOST_MEMORY = 1 << 30  # bytes of addresses, where the system has such a limit
MOST_LEVELS = 100  # of tables and arrays of a TOML file, as soundcalc has it
MOST_NODES = 200_000
MOST_DIGITS = 20_000
MOST_FAULTS = 100  # that are printed
MOST_KEPT = 10_000  # faults of a circuit that are told apart
MOST_WORK = 1 << 45  # squares of the bits that nodes are computed from, in a certificate: about a minute
CIRCUIT_WORK = 1 << 34  # of each statement of a circuit, of each byte of a TOML file that is parsed, and of each
PARSE_WORK = 1 << 23  # summand of a first-order profile: what takes as long
SUMMAND_WORK = 1 << 18
VISIT_WORK = 1 << 20  # of a node of a graph that is gone through once more
MOST_COUNTS = 2_000  # and lists of DKT, of a regime: a circuit needs some hundred at most
MOST_NAMES = 20  # of a list in the summary
MEMBERS = ("name", "source", "sha256", "accounting", "bounds", "set", "warnings", "circuits", "security", "recursion")
COUNT = ("decision", "n", "k", "agreement", "degree", "characteristic", "proof", "height", "count")
LIST = ("decision", "n", "agreement", "degree", "characteristic", "proof", "list")
DEFINED = r"E|Λ|S|m|m⁺|g\([0-9]+\)"  # what no graph computes
BOUNDS = {"may-2026": PROVEN[:3], "september-2026": PROVEN}
STATUS = {**dict.fromkeys(PROVEN, "proven"), "toy": "refuted", "capacity": "refuted", "random-words": "heuristic"}
STRUCTURE = ("name", "lookups", "proof", "statement")  # of a circuit: nothing sets them


def shown(text, most=120):
    """A text of a certificate, on one line and not too long."""
    text = str(text)
    text = text if len(text) <= most else text[:most - 3] + "..."
    return "".join(c if c.isprintable() else "?" for c in text)


def shown_path(path):
    """Its end, where the name of the file is."""
    text = str(path)
    return shown(text if len(text) <= 120 else "..." + text[-117:])


class Report:
    """Faults, how many others follow from them, and how many statements of each kind were checked."""

    def __init__(self):
        self.faults = []
        self.following = 0
        self.checked = {}
        self.zkvms = []  # (what is stated, the zkVM with its file)
        self.settings = []  # lines on what is set in a file
        self.unstated = []  # files of the folder that nothing is stated of, or that cannot be read
        self.enclosed = self.noted = self.work = 0

    def fault(self, place, text, follows=False):
        """A fault; one that follows from others is counted and does not hide them."""
        if follows:
            self.following += 1
        else:
            self.faults.append(f"{shown(place)}: {shown(text)}")

    def spend(self, work):
        """Counts what something takes; raises Fault where it is too much."""
        self.work += work
        if self.work > MOST_WORK:
            raise Fault("what is stated up to here takes too long: numbers too large together, or too many statements")

    def count(self, kind, number=1):
        self.checked[kind] = self.checked.get(kind, 0) + number

    def summary(self):
        total = sum(self.checked.get(kind, 0) for kind in
                    ("cells", "decisions", "counts and lists", "totals", "sizes", "zkVM figures", "trees"))
        parts = ", ".join(f"{number:,} {kind}" for kind, number in self.checked.items())
        lines = [f"checked: {parts or 'nothing'}"]
        for stated in dict.fromkeys(stated for stated, _ in self.zkvms):
            lines.append(f"under {stated}, of: {', '.join(zkvm for other, zkvm in self.zkvms if other == stated)}")
        lines += self.settings
        if self.unstated:
            lines.append(f"nothing is stated of: {listed(self.unstated)}")
        if self.noted:
            lines.append(f"{self.noted:,} cells are no theorem, or rest on a hypothesis, as their notes say")
        if self.enclosed:
            lines.append(f"{self.enclosed:,} cells with logarithms agree to 2,000 bits at least, all others exactly")
        faults = "1 fault" if len(self.faults) == 1 else f"{len(self.faults):,} faults"
        them = "it" if len(self.faults) == 1 else "them"
        rest = f", and {self.following:,} more that may follow from {them}" if self.following else ""
        lines.append(f"{total:,} statements, {faults}{rest}")
        return "\n".join(lines)


def listed(names):
    """Some names of files, and how many others there are."""
    more = f", and {len(names) - MOST_NAMES:,} more" if len(names) > MOST_NAMES else ""
    return ", ".join(shown_path(name) for name in names[:MOST_NAMES]) + more


# ---- shape

def member(table, key, kind, place, optional=False):
    """A member of a JSON object, of the kind that it must have."""
    if not isinstance(table, dict):
        raise Fault(f"{place} must be an object")
    value = table.get(key)
    if value is None and optional:
        return None
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        name = {str: "a text", int: "an integer", list: "an array", dict: "an object"}[kind]
        raise Fault(f"{place}: {key} must be {name}")
    return value


def only(table, keys, place):
    if not isinstance(table, dict):
        raise Fault(f"{place}: an object must be where there is {shown(table)}")
    unknown = sorted(set(table) - set(keys))
    if unknown:
        raise Fault(f"{place}: unknown member {unknown[0]}")


def texts(value, place):
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        raise Fault(f"{place} must be an array of texts")
    for text in value:
        says_something(text, place)


def says_something(text, place):
    """A text for a reader has a letter at least."""
    if not any(c.isalpha() for c in text):
        raise Fault(f"{place}: a text says nothing")


def rational(text):
    """"n/d" or "n"."""
    if not isinstance(text, str) or not re.fullmatch(r"(0|[1-9][0-9]*)(/(0|[1-9][0-9]*))?", text):
        raise Fault(f"{shown(text)!r} is no rational number")
    if len(text) > 2 * MOST_DIGITS or any(len(part) > MOST_DIGITS for part in text.split("/")):
        raise Fault(f"a number of more than {MOST_DIGITS} digits")
    numerator, _, denominator = text.partition("/")
    if denominator and not int(denominator):
        raise Fault("division by zero")
    return Fraction(int(numerator), int(denominator or 1))


def work(values):
    """What it takes to compute with numbers, all but the least: as the square of their bits, and enclosures."""
    bits = sum(value.bits() * len(value.terms) for value in values)
    return bits * bits + sum(len(value.terms) << 24 for value in values if not value.is_rational())


# ---- the graph

OPERATORS = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "max": largest,
    "min": least,
}
FUNCTIONS = {"sqrt": sqrt, "log2": log2, "ceil": lambda value: Number.of(ceiling(value))}


# Arguments of each operator: i, a node; t, a text; n, an integer. A power may have the text of its symbol besides.
SHAPES = {"q": "t", "e": "", "in": "ttt", "def": "tt", "let": "ti", "^": "in", "<<": "in", "cell": "ttn",
          **dict.fromkeys(OPERATORS, "ii"), **dict.fromkeys(FUNCTIONS, "i")}


class Graph:
    """The nodes of a circuit, their values, and which of them something uses."""

    def __init__(self, nodes, place, report, cell_value=None):
        if not isinstance(nodes, list):
            raise Fault(f"{place}: nodes must be an array")
        if len(nodes) > MOST_NODES:
            raise Fault(f"{place}: more than {MOST_NODES} nodes")
        self.place, self.nodes, self.values, self.cell_value = place, nodes, [], cell_value
        self.report = report
        self.operands = []
        self.used = set()
        self.stated = set()  # what cells, decisions and sizes are about
        seen = set()
        for index, node in enumerate(nodes):
            try:
                value, operands = self._evaluate(node)
            except (Fault, ArithmeticError) as problem:
                raise Fault(f"{place}: node {index}: {problem}") from None
            key = json.dumps(node)
            if key in seen:
                raise Fault(f"{place}: node {index} is there twice: {key}")
            seen.add(key)
            self.used.update(operands)
            self.values.append(value)
            self.operands.append(operands)

    def index(self, index):
        if isinstance(index, bool) or not isinstance(index, int) or not 0 <= index < len(self.values):
            raise Fault(f"a reference to node {shown(index)}, which does not come before it")
        return index

    def value(self, index):
        """Of a node that a statement is about."""
        self.used.add(self.index(index))
        self.stated.add(index)
        return self.values[index]

    def _evaluate(self, node):
        """(value, operands)"""
        operator, operands, rest = self._read(node)
        values = [self.values[operand] for operand in operands]
        if operator != "let":
            self.report.spend(work(values))
        value = self._compute(operator, values, rest)
        if operator in ("q", "in", "def", "^", "<<"):
            self.report.spend(work((value,)))
        return value, operands

    def _read(self, node):
        """(operator, operands, what else it has), of the right shape."""
        if not isinstance(node, list) or not node or not isinstance(node[0], str):
            raise Fault("not a node")
        operator, arguments = node[0], node[1:]
        if operator not in SHAPES:
            raise Fault(f"unknown operator {shown(operator)!r}")
        shape = SHAPES[operator]
        if operator == "^" and len(arguments) == 3:
            shape += "t"
        if len(arguments) != len(shape):
            raise Fault(f"{operator} with {len(arguments)} operands")
        for kind, argument in zip(shape, arguments):
            if kind == "t" and not isinstance(argument, str):
                raise Fault(f"{operator} with {shown(argument)} where a text must be")
            if kind == "n" and (isinstance(argument, bool) or not isinstance(argument, int)):
                raise Fault(f"{operator} with {shown(argument)} where an integer must be")
        operands = tuple(self.index(argument) for kind, argument in zip(shape, arguments) if kind == "i")
        return operator, operands, tuple(a for kind, a in zip(shape, arguments) if kind != "i")

    def _compute(self, operator, values, rest):
        if operator in OPERATORS:
            return OPERATORS[operator](*values)
        if operator in FUNCTIONS:
            return FUNCTIONS[operator](*values)
        if operator in ("q", "in", "def"):
            return Number.of(rational(rest[-1]))
        if operator == "let":
            return values[0]
        if operator == "e":
            return E
        if operator == "<<":
            return values[0].scaled(rest[0])
        if operator == "^":
            if rest[0] < 0:
                raise Fault("^ with an exponent below 0")
            return values[0] ** rest[0]
        if self.cell_value is None:
            raise Fault("a cell outside the tree")
        return self.cell_value(*rest)

    def leaves(self, index):
        """Values of the operands of nested maxima (or minima) as one set."""
        operator, result, pending, met = self.nodes[index][0], set(), [index], set()
        while pending:
            index = pending.pop()
            if index in met:
                continue
            met.add(index)
            self.report.spend(VISIT_WORK)
            if self.nodes[index][0] in (operator, "let"):
                pending += self.operands[index]
            else:
                result.add(self.values[index])
        return frozenset(result)

    def check(self, report, seen):
        """Reports what is wrong with nodes."""
        for index, text in self.faults(seen):
            report.fault(self.place, text)
        report.count("nodes", len(self.nodes))

    def faults(self, seen):
        """[(node, what is wrong)]: inputs and names must have their values, and nothing may hide behind maxima,
        ceilings and zeros."""
        inner = {(node[0], operand) for node, operands in zip(self.nodes, self.operands) for operand in operands
                 if node[0] in ("max", "min")}
        outer = {operand for node, operands in zip(self.nodes, self.operands) for operand in operands
                 if node[0] not in ("max", "min", "let")} | self.stated
        found = []
        for index, node in enumerate(self.nodes):
            problem = self._problem(index, node, seen, inner, outer)
            if index not in self.used:
                problem = "nothing uses it"
            if problem:
                found.append((index, f"node {index} {json.dumps(node, ensure_ascii=False)}: {problem}"))
        return found

    def above(self, wrong):
        """The nodes that are computed from wrong ones."""
        above = set()
        for index, operands in enumerate(self.operands):
            if any(operand in wrong or operand in above for operand in operands):
                above.add(index)
        return above

    def below(self, *indices):
        """Nodes, and all that they are computed from."""
        below, pending = set(), list(indices)
        while pending:
            index = pending.pop()
            if index not in below:
                below.add(index)
                pending += self.operands[index]
        self.report.spend(len(below) * VISIT_WORK)
        return below

    def _problem(self, index, node, seen, inner, outer):
        operator, value = node[0], self.values[index]
        if operator in ("in", "let", "def"):
            symbol = node[1]
            if symbol not in seen.named:
                return f"the circuit has no {symbol}"
            if value not in seen.named[symbol]:
                return f"{symbol} is not this number"
            if operator == "in":
                problem = wrong_keys(node[2], seen.inputs.get((symbol, value)))
                if problem:
                    return problem
            if operator == "def" and not re.fullmatch(DEFINED, symbol):
                return f"{symbol} must be computed"
        if operator in ("max", "min"):
            if (operator, index) in inner and index not in outer:
                return None  # part of the next
            if self.leaves(index) not in seen.operands[operator]:
                return "not what the formula compares"
        if operator == "ceil" and frozenset((self.values[self.operands[index][0]],)) not in seen.operands["ceil"]:
            return "not what the formula rounds up"
        if operator == "^":
            if len(node) == 4 and Number.of(node[2]) not in seen.named.get(str(node[3]), ()):
                return "not this exponent"
            if node[2] == 0 and not self._known(self.operands[index][0], seen):
                return "an exponent of 0 hides another number than the formula's"
        if operator == "*" and value == 0:
            for operand in self.operands[index]:
                if self.values[operand] != 0 and not self._known(operand, seen):
                    return "a factor of 0 hides another number than the formula's"
        return None

    def _known(self, index, seen):
        value = self.values[index]
        if self.nodes[index][0] in ("in", "let", "def") or frozenset((value,)) in seen.operands["*"]:
            return True
        return any(value in values for values in seen.named.values())


def wrong_keys(text, possible):
    """What is wrong with the keys of an input; possible: pairs of keys that it must name and others that it may."""
    if not possible:
        return "it is computed and no input"
    keys = text.split(",") if text else []
    for needed, others in possible:
        if len(set(keys)) == len(keys) and keys_of(needed) <= set(keys) <= keys_of(needed) | keys_of(others):
            return None
    needed = min(possible)[0]
    return f"it is read from {needed.replace(',', ', ')}" if needed else "it is chosen and read from no key"


def keys_of(text):
    return set(text.split(",")) - {""}


# ---- a zkVM

class ZkvmCheck:
    """One zkVM of a certificate, with the file that it is about."""

    def __init__(self, statement, files, report, origins=None):
        """origins: circuits by their names, with those that they are the same as: sets of faults in common."""
        self.statement, self.report, self.origins = statement, report, origins or {}
        self.place = member(statement, "name", str, "a zkVM")
        only(statement, MEMBERS, self.place)
        self.source = member(statement, "source", str, self.place)
        self.accounting = member(statement, "accounting", str, self.place)
        self.bounds = member(statement, "bounds", str, self.place)
        if self.accounting not in ("soundcalc", "strict"):
            raise Fault(f"{self.place}: unknown accounting {self.accounting}")
        if self.bounds not in BOUNDS:
            raise Fault(f"{self.place}: unknown bounds {self.bounds}")
        changes = self._changes(member(statement, "set", list, self.place))
        self.path, document = files.find(member(statement, "sha256", str, self.place), self.place, report)
        self.zkvm = Zkvm(self.source, document, changes)
        if self.zkvm.name != self.place:
            raise Fault(f"{self.place}: the file is about {self.zkvm.name}")
        self.totals = {}  # of each circuit: of each proven regime (bits, hundredths, largest error, errors like it)
        self.cells = {}  # (circuit, regime, node): value
        self.faults = {}  # of each circuit, without their places
        self.is_whole = True  # every regime of every circuit has a total

    def _changes(self, changes):
        place, keys = f"{self.place}: set", set()
        for change in changes:
            only(change, ("circuit", "table", "lookup", "key", "value"), place)
            key = member(change, "key", str, place)
            for part in ("circuit", "table", "lookup"):
                if part in change:
                    member(change, part, str, place)
            if "value" not in change:
                raise Fault(f"{place}: an entry has no value")
            where = tuple(change.get(part) for part in ("circuit", "table", "lookup"))
            if where == (None, None, None) and key not in INHERITED:
                raise Fault(f"{place}: {key} is no key for all circuits")
            if key in STRUCTURE or (change.get("lookup") and change.get("table")):
                raise Fault(f"{place}: {key} is nothing that can be set")
            if (*where, key) in keys:
                raise Fault(f"{place}: {key} is set twice in one place")
            keys.add((*where, key))
        return changes

    def stated(self, regimes):
        """Says in the summary what is stated of which file."""
        names = ", ".join(regime if regime in PROVEN else f"{regime} (conjectured)" for regime in regimes)
        zkvm = f"{shown_path(self.path)} named {json.dumps(shown(self.place), ensure_ascii=False)}"
        self.report.zkvms.append((f"{names}, accounting {self.accounting}, bounds {self.bounds}", zkvm))
        texts = []
        for change in self.statement["set"]:
            place = ".".join(shown(change[part]) for part in ("circuit", "table", "lookup", "key") if part in change)
            unread = "" if self.zkvm.is_read(change) else " (which no formula reads)"
            value = shown(json.dumps(change["value"], default=str, ensure_ascii=False), 1_200)
            texts.append(f"{place} = {value}{unread}")
        if texts:
            self.report.settings.append(f"set in {zkvm}: {', '.join(texts)}")

    def check(self):
        statements = member(self.statement, "circuits", list, self.place)
        names = [member(circuit, "name", str, self.place) for circuit in statements]
        if len(set(names)) < len(names):
            raise Fault(f"{self.place}: a circuit is stated twice")
        if names != [circuit.name for circuit in self.zkvm.circuits]:
            raise Fault(f"{self.place}: the circuits are not those of the file, in their order")
        regimes = None
        for statement, circuit in zip(statements, self.zkvm.circuits):
            place = f"{self.place}: {circuit.name}"
            try:
                names = CircuitCheck(self, place, statement, circuit).check()
                if regimes not in (None, names):
                    self.report.fault(place, "other regimes than those of the circuits before it")
                regimes = names
            except (Fault, NotCovered, ArithmeticError) as problem:
                self.is_whole = False
                self.fault(circuit.name, place, str(problem).removeprefix(place + ": "))
        if regimes is not None:
            self.stated(regimes)
        self.check_warnings()
        self.check_security()
        if "recursion" in self.statement:
            TreeCheck(self).check()
        elif self.has_tree() and all(best_regime(self.totals.get(circuit.name, {})) for circuit in self.zkvm.circuits):
            self.report.fault(self.place, "recursion is missing")
        self.report.count("zkVMs")

    def fault(self, circuit, place, text, follows=False):
        """A fault of a circuit; one that the circuit has which it is the same as follows from that."""
        text = shown(text)
        faults = self.faults.setdefault(circuit, set())
        own, first = self.origins.get(circuit, (set(), ()))
        self.report.fault(place, text, follows or text in first)
        if len(own) < MOST_KEPT:
            faults.add(text)
            own.add(text)

    def check_warnings(self):
        """Section 14: where the number of constraints is estimated, every output says so."""
        warnings = self.statement.get("warnings", [])
        texts(warnings, f"{self.place}: warnings")
        if not warnings:
            for circuit in self.zkvm.circuits:
                if circuit.family == "FRI_STARK" and not circuit.has("num_constraints"):
                    self.report.fault(f"{self.place}: {circuit.name}", "num_constraints is estimated without a warning")

    def has_tree(self):
        try:
            return bool(formulas.tree_counts(self.zkvm))
        except (Fault, ArithmeticError):
            return False

    def check_security(self):
        """Section 12."""
        stated = member(self.statement, "security", dict, self.place, optional=True)
        figure = zkvm_figure(self.zkvm.circuits, self.totals)
        if stated is None or figure is None:
            if (stated is None) != (figure is None):
                text = "security is " + ("missing" if stated is None else "not proven")
                self.report.fault(self.place, text, not self.is_whole)
            return
        only(stated, ("bits", "hundredths", "regime", "circuit"), f"{self.place}: security")
        for key, value in figure.items():
            if member(stated, key, type(value), f"{self.place}: security") != value:
                text = f"{key} is {value}, not {stated.get(key)}"
                self.report.fault(f"{self.place}: security", text, not self.is_whole)
        self.report.count("zkVM figures")


def best_regime(totals, figure=0):
    """The one with the most whole bits (figure 1: hundredths), on a tie the older one; None if nothing is proven."""
    return max((regime for regime in PROVEN if regime in totals),
               key=lambda regime: (totals[regime][figure], -PROVEN.index(regime)), default=None)


def zkvm_figure(circuits, totals):
    """Section 12: the best regime in common, or "mixed"."""
    totals = [totals.get(circuit.name, {}) for circuit in circuits]
    common = [regime for regime in PROVEN if all(regime in of for of in totals)]
    if common:
        regime = max(common, key=lambda r: (min(of[r][0] for of in totals), -PROVEN.index(r)))
        figures = [of[regime] for of in totals]
    else:
        regime = "mixed"
        if any(best_regime(of) is None for of in totals):
            return None
        figures = [of[best_regime(of)] for of in totals]
    bits = min(figure[0] for figure in figures)
    return {"bits": bits, "hundredths": min(figure[1] for figure in figures), "regime": regime,
            "circuit": next(c.name for c, figure in zip(circuits, figures) if figure[0] == bits)}


def expected_errors(circuit, regime, accounting, choice, dkt):
    """({term: error}, what was seen on the way), by the published formulas."""
    with observed(Seen()) as seen:
        return formulas.terms_of(circuit, regime, accounting, choice, dkt), seen


def expected_sizes(circuit):
    with observed(Seen()) as seen:
        return sizes.sizes_of(circuit), seen


class Asked(dict):
    """Numbers that are computed when they are asked for: nobody makes us compute what no term needs."""

    def __getitem__(self, key):
        value = super().__getitem__(key)
        if callable(value):
            value = self[key] = value()
        return value


class CircuitCheck:
    """One circuit: its graph, then each regime's cells, then sizes."""

    def __init__(self, zkvm, place, statement, circuit):
        only(statement, ("name", "nodes", "regimes", "sizes"), place)
        self.zkvm, self.place, self.statement, self.circuit = zkvm, place, statement, circuit
        self.report = zkvm.report
        self.report.spend(CIRCUIT_WORK)
        self.seen = Seen()
        self.graph = Graph(statement.get("nodes"), place, self.report)
        self.wrong = []  # (place, text, node) of statements about other numbers than the formulas'
        self.right = set()  # nodes of those about the formulas' numbers
        self.doubts = []  # (place, text, decision) of decisions between numbers that may be wrong

    def fault(self, place, text, follows=False):
        self.zkvm.fault(self.circuit.name, place, text, follows)

    def check(self):
        names, is_seen = {}, True
        for regime in member(self.statement, "regimes", list, self.place):
            name = member(regime, "name", str, self.place)
            if name in names:
                raise Fault(f"regime {name} is stated twice")
            names[name] = None
            place = f"{self.place}, {name}"
            try:
                self._check_regime(place, name, regime)
            except (Fault, NotCovered, ArithmeticError) as problem:
                self.zkvm.is_whole = is_seen = False
                self.fault(place, str(problem).removeprefix(place + ": "))
        if not names:
            raise Fault("no regime is stated")
        self._check_sizes()
        self._report(is_seen)
        self.report.count("nodes", len(self.graph.nodes))
        self.report.count("circuits")
        return list(names)

    def _report(self, is_seen):
        """Faults of nodes, then of statements; those that others explain are counted. Where a regime could not be
        checked (not is_seen), the names and numbers of its formulas are not known."""
        nodes = self.graph.faults(self.seen)
        bad = {index for index, _ in nodes}
        wrong = bad | {node for _, _, node in self.wrong}
        above = self.graph.above(wrong)
        for index, text in nodes:
            self.fault(self.place, text, index in above or not is_seen)
        alone = {node for _, _, node in self.wrong} - bad - above
        shared = self.graph.below(min(alone)) if len(alone) > 1 else set()
        for node in sorted(alone):
            shared = shared and shared & self.graph.below(node)
        if shared:
            shared -= self.graph.below(*self.right)
        first = min(alone, default=None)
        for place, text, node in sorted(self.wrong, key=lambda fault: fault[2]):
            self.fault(place, text, node not in alone or (shared and node != first))  # one node may explain all
        wrong |= above
        for place, text, decision in self.doubts:
            self.fault(place, text, decision["left"] in wrong or decision["right"] in wrong)

    def _check_regime(self, place, name, regime):
        status = member(regime, "status", str, place)
        if name not in BOUNDS[self.zkvm.bounds] + CONJECTURED:
            raise Fault(f"no regime of the bounds {self.zkvm.bounds}")
        if status != STATUS[name]:
            raise Fault(f"its status is {STATUS[name]}, not {status}")
        if "remark" in regime:
            says_something(member(regime, "remark", str, place), f"{place}: remark")
        if "notCovered" in regime:
            only(regime, ("name", "status", "remark", "notCovered"), place)
            says_something(member(regime, "notCovered", str, place), f"{place}: notCovered")
            if self._is_covered(name):
                raise Fault("the regime covers the circuit")
            self.report.count("regimes not covered")
            return
        only(regime, ("name", "status", "remark", "sources", "notes", "cells", "total", "choice", "decisions"), place)
        noted = check_notes(regime, place)
        choice = self._choice(name, regime, place)
        dkt = self._dkt(name, regime, choice, place) if name.startswith("DKT") else None
        errors, seen = expected_errors(self.circuit, name, self.zkvm.accounting, choice, dkt)
        self.seen.add(seen)
        self._check_decisions(regime, seen, dkt, place)
        self._check_cells(name, regime, errors, place)
        self._check_notes(noted, errors, seen.provisional, place)

    def _check_notes(self, noted, errors, provisional, place):
        """A figure that is no theorem, or rests on a hypothesis, must not stand without a word."""
        for term in sorted(noted - set(errors)):
            self.fault(place, f"a note is about {term}, which is no term of the circuit")
        for term, reason in provisional.items():
            if term in errors and term not in noted:
                self.fault(place, f"{term} needs a note: {reason}")
        self.report.noted += len(set(provisional) & set(errors))

    def _is_covered(self, name):
        try:
            formulas.coverage(self.circuit, name)
            if formulas.chooses(name):
                return formulas.has_choice(self.circuit, name, self.zkvm.accounting)
            formulas.terms_of(self.circuit, name, self.zkvm.accounting)
            return True
        except NotCovered:
            return False

    # choices and decisions

    def _choice(self, name, regime, place):
        """Multiplicities, or agreements, one an iteration."""
        if not formulas.chooses(name):
            if "choice" in regime:
                raise Fault("there is nothing to choose")
            return None
        stated = member(regime, "choice", list, place)
        fri = self.circuit.family == "FRI_STARK"
        iterations = 1 if fri else self.circuit.integer("num_iterations", 1, 64)
        if [entry.get("iteration") if isinstance(entry, dict) else None for entry in stated] != list(range(iterations)):
            raise Fault(f"a choice for each of {iterations} iterations is needed, in their order")
        for entry in stated:
            only(entry, ("iteration", "m", "of") if name == "JBR-best" else ("iteration", "agreement"), place)
        if name != "JBR-best":
            return [self._agreement(member(entry, "agreement", str, place), i) for i, entry in enumerate(stated)]
        chosen = []
        for i, entry in enumerate(stated):
            m = member(entry, "m", int, place)
            if not 1 <= m < 1 << 64:
                raise Fault(f"m = {m} is no multiplicity")
            if "of" in entry:
                if entry["of"] != "JBR":
                    raise Fault("a choice is of JBR or of its own")
                own = formulas.johnson_multiplicity(self.circuit, i)
                if m != own:
                    raise Fault(f"JBR's m is {own}, not {m}")
            chosen.append("JBR" if "of" in entry else m)
        return chosen

    def _agreement(self, text, iteration):
        match = re.fullmatch(r"([0-9]{1,30})/([0-9]{1,30})", text)
        n = formulas.length(self.circuit, iteration)
        if not match or int(match[2]) != n:
            raise Fault(f"the agreement {shown(text)} is no number of {n} points")
        return int(match[1])

    def _dkt(self, name, regime, choice, place):
        """The stated counts and lists, each to be recomputed from its proof when a term asks for it."""
        known, lists, p = Asked(), Asked(), self.circuit.field.p
        for decision in member(regime, "decisions", list, place):
            kind = member(decision, "decision", str, place)
            if kind not in ("count", "list") or "left" in decision:
                continue
            n, A = member(decision, "n", int, place), member(decision, "agreement", int, place)
            degree = member(decision, "degree", int, place)
            proof = counts.Proof(member(decision, "proof", str, place))
            if max(n, A, degree) > 1 << 80:
                raise Fault("a code of more than 2^80 points")
            if integer(decision.get("characteristic")) != p:
                raise Fault(f"the characteristic is {p}")
            if name == "DKT-Johnson" and proof.is_first_order():
                raise Fault("a profile of first order in DKT-Johnson")
            if kind == "count":
                only(decision, COUNT, place)
                key, table = ("count", n, member(decision, "k", int, place), A, degree), known
            else:
                only(decision, LIST, place)
                key, table = ("list", n, degree, A), lists
            if key in table:
                raise Fault(f"a {kind} is stated twice, for n = {n}")
            if len(known) + len(lists) == MOST_COUNTS:
                raise Fault(f"more than {MOST_COUNTS:,} counts and lists")
            table[key] = partial(self._count if kind == "count" else self._list, decision, proof)
        return formulas.Dkt(known, lists, choice)

    def _count(self, decision, proof):
        """The count, which the decision must state; and so its height."""
        self._spend(proof)
        n, A, p = decision["n"], decision["agreement"], self.circuit.field.p
        value, height = counts.count(n, decision["k"], A, decision["degree"], p, proof)
        if height != (integer(decision["height"]) if "height" in decision else None):
            raise Fault(f"the height of the count for n = {n} is {height}")
        return self._stated(decision, value)

    def _spend(self, proof):
        if proof.is_first_order():
            self.report.spend(min(proof.mu, counts.LARGEST_MU) * (min(proof.m, 40) + min(proof.M, 40)) * SUMMAND_WORK)

    def _list(self, decision, proof):
        self._spend(proof)
        value = counts.list_size(decision["n"], decision["degree"], decision["agreement"], self.circuit.field.p, proof)
        return self._stated(decision, value)

    def _stated(self, decision, value):
        kind, n, A = decision["decision"], decision["n"], decision["agreement"]
        if integer(decision.get(kind)) != value:
            raise Fault(f"the {kind} is {value}, not {shown(decision.get(kind))}, for n = {n}, agreement {A}")
        self.report.count("counts and lists")
        return value

    def _check_decisions(self, regime, seen, dkt, place):
        stated, open_ones, doubts = member(regime, "decisions", list, place), set(seen.decisions), len(self.doubts)
        known = set()
        for decision in stated:
            kind = member(decision, "decision", str, place)
            if kind in ("count", "list") and "left" not in decision:
                continue
            only(decision, ("decision", "left", "right", "relation"), place)
            left, right = (self.graph.value(decision.get(side)) for side in ("left", "right"))
            key = (kind, decision["left"], decision["right"])
            if key in known:
                raise Fault(f"{kind}: the decision is stated twice")
            known.add(key)
            open_ones -= {(left, right), (right, left)}
            relation = decision.get("relation")
            self.report.spend(work((left, right)))
            true = "=" if left == right else "<" if left < right else ">"
            if relation != true:
                self.doubts.append((place, f"{kind}: the relation is {true}, not {relation}", decision))
            if (left, right) not in seen.decisions and (right, left) not in seen.decisions:
                self.doubts.append((place, f"{kind}: the formulas decide nothing between these numbers", decision))
            self.report.count("decisions")
        for left, right in open_ones:  # another decision that is about wrong numbers may have been meant
            self.fault(place, f"no decision is stated between {left!r} and {right!r}", len(self.doubts) > doubts)
        if dkt is not None:
            for unused in sorted(set(dkt.counts) | set(dkt.lists)):
                if unused not in dkt.used:
                    self.fault(place, f"no term asks for the {unused[0]} of n = {unused[1]}")

    # cells

    def _check_cells(self, name, regime, errors, place):
        stated = {}
        for cell in member(regime, "cells", list, place):
            term = member(cell, "term", str, place)
            if term in stated:
                raise Fault(f"term {term} is stated twice")
            stated[term] = cell
        for term in errors:
            if term not in stated:
                self.fault(place, f"term {term} is missing")
        for term in stated:
            if term not in errors:
                self.fault(place, f"the circuit has no term {term}")
        for term, cell in stated.items():
            if term in errors:
                self._check_cell(name, cell, errors[term], f"{place}, {term}")
        if set(stated) == set(errors):
            self._check_total(name, regime, stated, errors, place)
        else:
            self.zkvm.is_whole = False

    def _check_cell(self, name, cell, error, place):
        only(cell, ("term", "node", "bits", "hundredths", "sources", "note"), place)
        texts(cell.get("sources", []), f"{place}: sources")
        if "note" in cell:
            says_something(member(cell, "note", str, place), f"{place}: note")
        value = self.graph.value(cell.get("node"))
        if value != error:
            if not value.agrees(error):
                text = "the certificate computes another number than the published formula"
                self.wrong.append((place, text, cell["node"]))
                return
            self.report.enclosed += 1
        self.right.add(cell["node"])
        bits, hundredths = figures(error)
        for key, figure in (("bits", bits), ("hundredths", hundredths)):
            if member(cell, key, int, place) != figure:
                self.fault(place, f"{key} is {figure}, not {cell[key]}")
        self.zkvm.cells[self.circuit.name, name, cell["node"]] = value
        self.report.count("cells")

    def _check_total(self, name, regime, stated, errors, place):
        place = f"{place}, total"
        total = member(regime, "total", dict, place)
        only(total, ("bits", "hundredths", "binds"), place)
        binding = None
        for error in errors.values():
            if binding is None or error > binding:
                binding = error
        bits, hundredths = figures(binding)
        for key, figure in (("bits", bits), ("hundredths", hundredths)):
            if member(total, key, int, place) != figure:
                self.fault(place, f"{key} is {figure}, not {total[key]}")
        binds = member(total, "binds", str, place)
        if binds not in errors or not (errors[binds] == binding or hides_nothing(errors[binds], binding)):
            self.fault(place, f"{binds} does not bind")
        if name in PROVEN:
            ties = frozenset(error for term, error in errors.items() if stated[term]["hundredths"] == hundredths)
            self.zkvm.totals.setdefault(self.circuit.name, {})[name] = (bits, hundredths, binding, ties)
        self.report.count("totals")

    def _check_sizes(self):
        stated = member(self.statement, "sizes", list, self.place)
        true, seen = expected_sizes(self.circuit)
        self.seen.add(seen)
        names = [member(size, "name", str, self.place) for size in stated]
        if sorted(names) != sorted(true):
            self.fault(self.place, "sizes must be expected and worst, once each")
            return
        for size in stated:
            place = f"{self.place}, {size['name']} size"
            only(size, ("name", "node", "relation", "value"), place)
            value = self.graph.value(size.get("node"))
            if size.get("relation") != "=":
                self.fault(place, "the relation is =")
            if value == true[size["name"]]:
                self.right.add(size["node"])
            else:
                text = f"it is {true[size['name']]} bits, which node {size['node']} is not"
                self.wrong.append((place, text, size["node"]))
            number = Number.of(rational(size.get("value")))
            if number != true[size["name"]]:
                self.fault(place, f"it is {true[size['name']]} bits, not {number}")
            self.report.count("sizes")


def hides_nothing(error, binding):
    """Whether both have 0 bits, being 1 or more."""
    return error >= 1 and binding >= 1


def integer(value):
    """An integer, which is written as a text; None for anything else."""
    return int(value) if isinstance(value, str) and re.fullmatch(r"0|[1-9][0-9]{0,9999}", value) else None


@lru_cache(maxsize=4096)
def figures(error):
    """(bits, hundredths) of an error: section 11."""
    if error >= 1:
        return 0, 0
    hundredths = floor_minus_log2(error, 100)
    return hundredths // 100, hundredths


def check_notes(regime, place):
    """The terms that notes are about."""
    texts(regime.get("sources"), f"{place}: sources")
    terms = set()
    for note in member(regime, "notes", list, place) if "notes" in regime else ():
        only(note, ("note", "terms"), f"{place}: notes")
        says_something(member(note, "note", str, f"{place}: notes"), f"{place}: notes")
        texts(note.get("terms"), f"{place}: terms of a note")
        terms.update(note["terms"])
    return terms


# ---- the tree

class TreeCheck:
    """Section 17: numbers of proofs, and the sum of their errors."""

    def __init__(self, zkvm):
        self.zkvm, self.report, self.place = zkvm, zkvm.report, f"{zkvm.place}: recursion"
        self.tree = member(zkvm.statement, "recursion", dict, self.place)
        only(self.tree, ("nodes", "proofs", "total"), self.place)

    def check(self):
        try:
            self._check()
        except (Fault, ArithmeticError) as problem:
            self.fault(str(problem).removeprefix(self.place + ": "))

    def fault(self, text):
        """One that may follow from a circuit's."""
        self.report.fault(self.place, text, bool(self.zkvm.faults))

    def _check(self):
        numbers = formulas.tree_counts(self.zkvm.zkvm)
        total, ties = Number.of(0), set()
        stated = member(self.tree, "proofs", list, self.place)
        names = [member(proof, "circuit", str, self.place) for proof in stated]
        if sorted(names) != sorted(numbers):
            raise Fault("the proofs are not of the circuits, once each")
        for proof in stated:
            only(proof, ("circuit", "count", "regime"), self.place)
            name, totals = proof["circuit"], self.zkvm.totals.get(proof["circuit"], {})
            if integer(proof.get("count")) != numbers[name]:
                self.fault(f"{name} has {numbers[name]} proofs, not {shown(proof.get('count'))}")
            regime = best_regime(totals, 1)
            if regime is None:
                raise Fault(f"nothing is proven of {name}")
            if proof.get("regime") != regime:
                stated = shown(proof.get("regime"))
                self.fault(f"the best regime of {name} is {regime}, not {stated}")
            total += numbers[name] * totals[regime][2]
            ties.add(totals[regime][3])
        graph = Graph(self.tree.get("nodes"), self.place, self.report, self._cell)
        figure = member(self.tree, "total", dict, self.place)
        only(figure, ("node", "bits", "hundredths"), self.place)
        if graph.value(figure.get("node")) != total:
            self.fault("the sum is another number than that of the tree")
        bits, hundredths = figures(total)
        for key, value in (("bits", bits), ("hundredths", hundredths)):
            if member(figure, key, int, self.place) != value:
                self.fault(f"{key} is {value}, not {figure[key]}")
        seen = Seen()
        seen.operands["max"] |= ties
        graph.check(self.report, seen)
        self.report.count("trees")

    def _cell(self, circuit, regime, node):
        key = (circuit, regime, node)
        if key not in self.zkvm.cells:
            raise Fault("a cell that the certificate does not state")
        return self.zkvm.cells[key]


# ---- files

class Files:
    """The TOML files of a folder, by their SHA-256."""

    def __init__(self, folder):
        self.paths, self.found, self.unread = defaultdict(list), set(), []
        for path in sorted(Path(folder).rglob("*")):
            if path.suffix.lower() != ".toml":
                continue
            try:
                if path.is_file() and path.stat().st_size > LARGEST_TOML:
                    self.unread.append(f"{path} (over 4 MiB)")
                elif path.is_file():
                    self.paths[hashlib.sha256(path.read_bytes()).hexdigest()].append(path)
            except OSError as problem:
                self.unread.append(f"{path} ({problem.strerror})")

    def find(self, digest, place, report=None):
        """(path, the parsed file; a new copy each time)"""
        if digest not in self.paths:
            raise Fault(f"{place}: no file of the folder has the SHA-256 {digest}")
        path = self.paths[digest][0]
        self.found.add(digest)
        try:
            data = path.read_bytes()
            if hashlib.sha256(data).hexdigest() != digest:
                raise Fault(f"{path.name} has changed meanwhile")
            if report is not None:
                report.spend(len(data) * PARSE_WORK)
            return path, toml(data.decode("utf-8-sig"), path.name)
        except RecursionError:
            raise Fault(f"{path.name} is nested too deep") from None
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, ValueError) as problem:
            raise Fault(f"{path.name} is not TOML 1.0: {problem}") from None
        except OSError as problem:
            raise Fault(f"{path.name}: {problem.strerror}") from None

    def unstated(self):
        """The files that nothing was asked of."""
        return [str(path) for digest, paths in self.paths.items() if digest not in self.found for path in paths
                ] + self.unread


# A text of several lines, a comment, or a key with its dots: what is quoted is no dot.
PART = r"(?:[A-Za-z0-9_-]+|\"(?:[^\"\\\n]|\\.)*+\"|'[^'\n]*')"
TOKENS = re.compile(r'"""(?s:[^"\\]|\\.|"(?!""))*+"{3,5}|' r"'''(?s:.*?)'{3,5}|#[^\n]*+|"
                    r"(?:\"\"\"|''')(?s:.*+)|"  # has no end, which is looked for once
                    rf"(?P<key>{PART}(?:[ \t]*\.[ \t]*{PART})*+)|[\"'][^\n]*+")


def toml(text, name):
    """The parsed file. A key of thousands of dots takes gigabytes, so that such a one is looked for before."""
    for token in TOKENS.finditer(text):
        key = token["key"]
        if key and key.count(".") >= MOST_LEVELS and len(re.findall(PART, key)) > MOST_LEVELS:
            raise Fault(f"{name} is nested too deep: a key has more than {MOST_LEVELS} parts")
    document = tomllib.loads(text, parse_float=Decimal)
    tables, levels = [document], 0
    while tables:
        inner = (part for table in tables for part in (table.values() if isinstance(table, dict) else table))
        tables, levels = [part for part in inner if isinstance(part, (dict, list))], levels + 1
        if levels > MOST_LEVELS + 1:  # the file itself is one
            raise Fault(f"{name} is nested too deep: more than {MOST_LEVELS} levels of tables and arrays")
    return document


def once(pairs):
    keys = [key for key, _ in pairs]
    if len(set(keys)) < len(keys):
        met = set()
        twice = next(key for key in keys if key in met or met.add(key))
        raise Fault(f"not a certificate: the member {shown(twice)} is there twice in an object")
    return dict(pairs)


def no_constant(name):
    raise Fault(f"not a certificate: {name} is no number of JSON")


def parse(data):
    if len(data) > LARGEST_FILE:
        raise Fault("a certificate of more than 64 MiB")
    if data.count(b"[") + data.count(b"{") > MOST_PARTS:
        raise Fault(f"not a certificate: more than {MOST_PARTS:,} arrays and objects")
    if data.count(b",") > MOST_COMMAS:
        raise Fault(f"not a certificate: more than {MOST_COMMAS:,} commas")
    try:
        return json.loads(data.decode("utf-8"), parse_float=Decimal, parse_constant=no_constant, object_pairs_hook=once)
    except UnicodeDecodeError as problem:
        raise Fault(f"not UTF-8: byte {problem.start}") from None
    except RecursionError:
        raise Fault("not a certificate: nested too deep") from None
    except ValueError as problem:
        raise Fault(f"not JSON, or cut short: {problem}") from None


SAME = re.compile(r"/zkvms/(0|[1-9][0-9]*)/circuits/(0|[1-9][0-9]*)")


def expanded(statement, z, known):
    """(zkVM, pointers by circuits): the zkVM at place z with all that sameAs stands for; known: the circuits that are
    stated, by where they stand."""
    place = shown(statement.get("name"))
    circuits, same = [], {}
    for i, circuit in enumerate(member(statement, "circuits", list, place)):
        name = member(circuit, "name", str, place)
        if "sameAs" in circuit:
            only(circuit, ("name", "sameAs"), place)
            pointer = member(circuit, "sameAs", str, place)
            if not SAME.fullmatch(pointer) or pointer not in known:
                raise Fault(f"{place}: {name} is the same as {shown(pointer)}, where no circuit is stated before it")
            circuit = {**known[pointer], "name": name}
            same[name] = pointer
        else:
            known[f"/zkvms/{z}/circuits/{i}"] = circuit
        circuits.append(circuit)
    return {**statement, "circuits": circuits}, same


def check_document(data, files, report):
    document = parse(data)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise Fault(f"not a certificate of the format {FORMAT}")
    only(document, ("format", "generator", "notChecked", "zkvms"), "the certificate")
    member(document, "generator", str, "the certificate")
    texts(document.get("notChecked"), "notChecked")
    if not document["notChecked"]:
        raise Fault("notChecked is empty: no certificate is beyond all doubt")
    stated = set()
    statements = member(document, "zkvms", list, "the certificate")
    if not statements:
        raise Fault("the certificate states nothing: zkvms is empty")
    known, faults = {}, defaultdict(set)
    for z, statement in enumerate(statements):
        place = shown(statement.get("name") if isinstance(statement, dict) else statement)
        try:
            member(statement, "name", str, "a zkVM")
            statement, same = expanded(statement, z, known)
            origins = {circuit["name"]: (faults[f"/zkvms/{z}/circuits/{i}"], faults[same.get(circuit["name"])])
                       for i, circuit in enumerate(statement["circuits"])}
            check = ZkvmCheck(statement, files, report, origins)
            changes = json.dumps(statement["set"], default=str)
            key = (check.place, statement["sha256"], check.accounting, check.bounds, changes)
            if key in stated:
                raise Fault("the zkVM is stated twice")
            stated.add(key)
            check.check()
        except (Fault, ArithmeticError) as problem:
            report.fault(place, str(problem).removeprefix(f"{place}: "))


def check(data, folder):
    """The report on a certificate; whatever is wrong with it is a fault."""
    report = Report()
    try:
        files = Files(folder)
        with metered(report.spend):
            check_document(data, files, report)
        report.unstated = files.unstated()
    except Fault as fault:
        report.faults.append(shown(fault))
    except MemoryError:
        report.faults.append(f"what the certificate has takes more than {MOST_MEMORY >> 30} GiB of memory")
    except (Exception, RecursionError) as problem:  # a certificate must not stop its checker, whatever is in it
        report.faults.append(f"what the certificate has cannot be checked: {type(problem).__name__}: {shown(problem)}")
    return report


@contextmanager
def limited_memory():
    """Addresses of MOST_MEMORY bytes at most, where the system can say so."""
    old = resource and resource.getrlimit(resource.RLIMIT_AS)
    try:
        if old and (old[0] == resource.RLIM_INFINITY or old[0] > MOST_MEMORY):
            resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, old[1]))
    except (OSError, ValueError):
        old = None  # the system has no such limit
    try:
        yield
    finally:
        if old:
            resource.setrlimit(resource.RLIMIT_AS, old)


def main(arguments):
    with limited_memory():
        return run(arguments)


def run(arguments):
    sys.set_int_max_str_digits(MOST_DIGITS + 1)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")  # a console may have no δ
    if len(arguments) != 2 or not Path(arguments[1]).is_dir():
        print("usage: python3 check.py CERTIFICATE FOLDER", file=sys.stderr)
        print("CERTIFICATE: a file, or - for standard input; FOLDER: where its TOML files are", file=sys.stderr)
        return 2
    try:
        if arguments[0] == "-":
            data = sys.stdin.buffer.read(LARGEST_FILE + 1)
        else:
            with open(arguments[0], "rb") as file:
                data = file.read(LARGEST_FILE + 1)
    except OSError as problem:
        print(f"{arguments[0]}: {problem.strerror}", file=sys.stderr)
        return 2
    report = check(data, arguments[1])
    for fault in report.faults[:MOST_FAULTS]:
        print(f"fault: {fault}")
    if len(report.faults) > MOST_FAULTS:
        print(f"and {len(report.faults) - MOST_FAULTS:,} more faults")
    print(report.summary())
    return 1 if report.faults else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except BrokenPipeError:
        sys.exit(1)
    except OSError as problem:
        print(f"the result cannot be written: {problem.strerror}", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(1)
