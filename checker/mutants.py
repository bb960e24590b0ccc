#!/usr/bin/env python3
"""Changes a good certificate in one place after another and counts which changes check.py finds.

python3 mutants.py [--every N] CERTIFICATE FOLDER

Every figure, input, choice, count and operator is changed in turn, or each N-th of them; then what binds the
certificate to its file, wrong formulas in the certificate with figures that fit them, and wrong formulas in the
checker. A change that leaves every number of the graph as it was (max(a, b) for max(b, a)) is no mutant; such are
counted apart. Exit code 0: all mutants were found; 1: some were missed, each with a line.
"""

import argparse
import copy
import json
import sys
from pathlib import Path

import check
import counts
import formulas
import sizes
from arithmetic import Number, largest
from parameters import Fault


def plus(text, step):
    """A rational with a step more."""
    value = check.rational(text) + step
    return str(value)


# ---- changes of a node: pairs of a name and the node in its place

def changed_nodes(nodes, index):
    node = nodes[index]
    operator = node[0]
    if operator == "q":
        for step in (1, -1):
            yield "constant", ["q", plus(node[1], step)]
    if operator == "in":
        for step in (1, -1):
            yield "input", [*node[:3], plus(node[3], step)]
        yield "symbol", ["in", node[1] + "'", *node[2:]]
        yield "key", [*node[:2], node[2] + "s", node[3]]
        yield "key", [*node[:2], "hash_size_bits" if node[2] != "hash_size_bits" else "field", node[3]]
        yield "key", [*node[:2], f"{node[2]},hash_size_bits" if node[2] != "hash_size_bits" else "", node[3]]
    if operator == "def":
        for step in (1, -1):
            yield "definition", [*node[:2], plus(node[2], step)]
    if operator == "let":
        yield "symbol", ["let", node[1] + "'", node[2]]
        if node[2] > 0:
            yield "node", ["let", node[1], node[2] - 1]
    if operator in check.OPERATORS:
        for other in check.OPERATORS:
            if other != operator:
                yield "operator", [other, *node[1:]]
        yield "swapped operands", [operator, node[2], node[1]]
        for position in (1, 2):
            other = list(node)
            other[position] = node[position] - 1 if node[position] else index - 1
            yield "node", other
    if operator in check.FUNCTIONS:
        for other in ("sqrt", "log2", "ceil"):
            if other != operator:
                yield "operator", [other, node[1]]
        yield "node", [operator, node[1] - 1 if node[1] else index - 1]
    if operator in ("^", "<<"):
        for step in (1, -1):
            yield "exponent", [operator, node[1], node[2] + step, *node[3:]]
        yield "operator", ["<<" if operator == "^" else "^", node[1], abs(node[2])]
        yield "node", [operator, node[1] - 1 if node[1] else index - 1, *node[2:]]
    if operator == "e":
        yield "constant", ["q", "2718281828/1000000000"]


# ---- changes of statements: pairs of a name and a function that changes a copy of a circuit

def at(path, change):
    """A change of the value at a path of keys."""
    def apply(statement):
        for key in path[:-1]:
            statement = statement[key]
        statement[path[-1]] = change(statement[path[-1]])
    return apply


def steps(path, value):
    for step in (1, -1):
        yield at(path, lambda _, step=step: str(int(value) + step) if isinstance(value, str) else value + step)


def changed_statements(circuit):
    for i, size in enumerate(circuit["sizes"]):
        for change in steps(("sizes", i, "value"), size["value"]):
            yield "size", change
    yield "statement removed", at(("sizes",), lambda _: [])
    yield "statement removed", at(("regimes",), lambda regimes: regimes[:-1] if len(regimes) > 1 else [{}])
    for r, regime in enumerate(circuit["regimes"]):
        path = ("regimes", r)
        yield "statement doubled", at(("regimes",), lambda regimes, r=r: regimes + [regimes[r]])
        yield "status", at((*path, "status"), lambda status: "refuted" if status == "proven" else "proven")
        if "cells" not in regime:
            continue
        for i, note in enumerate(regime.get("notes", ())):
            yield "note", at((*path, "notes"), lambda notes, i=i: notes[:i] + notes[i + 1:])
            for j in range(len(note["terms"])):
                yield "note", at((*path, "notes", i, "terms"), lambda terms, j=j: terms[:j] + terms[j + 1:])
        yield "not covered", at(path, lambda x: {"name": x["name"], "status": x["status"], "notCovered": "none"})
        yield from changed_cells(path, regime)
        yield from changed_decisions(path, regime, circuit["nodes"])
        for i, chosen in enumerate(regime.get("choice", ())):
            for step in (1, -1):
                if "m" in chosen:
                    yield "choice", at((*path, "choice", i, "m"), lambda m, step=step: m + step)
                else:
                    a, n = chosen["agreement"].split("/")
                    yield "choice", at((*path, "choice", i, "agreement"),
                                       lambda _, a=int(a) + step, n=n: f"{a}/{n}")


def changed_cells(path, regime):
    cells = regime["cells"]
    for i, cell in enumerate(cells):
        for key in ("bits", "hundredths"):
            for change in steps((*path, "cells", i, key), cell[key]):
                yield "figure", change
        yield "node of a cell", at((*path, "cells", i, "node"), lambda node: node - 1 if node else 1)
        yield "term renamed", at((*path, "cells", i, "term"), lambda term: term + " ")
        yield "statement removed", at((*path, "cells"), lambda cells, i=i: cells[:i] + cells[i + 1:])
        yield "statement doubled", at((*path, "cells"), lambda cells, i=i: cells + [cells[i]])
    for key in ("bits", "hundredths"):
        for change in steps((*path, "total", key), regime["total"][key]):
            yield "total", change
    figures = {(cell["bits"], cell["hundredths"]) for cell in cells}
    if len(figures) > 1:
        worst = min(cell["hundredths"] for cell in cells)
        other = next(cell["term"] for cell in cells if cell["hundredths"] > worst)
        yield "total", at((*path, "total", "binds"), lambda _: other)


def changed_decisions(path, regime, nodes):
    for i, decision in enumerate(regime["decisions"]):
        place = (*path, "decisions", i)
        if "left" in decision:
            for relation in ("<", "=", ">"):
                if relation != decision["relation"]:
                    yield "relation", at((*place, "relation"), lambda _, relation=relation: relation)
            for side in ("left", "right"):
                yield "node of a decision", at((*place, side), lambda node: (node + 1) % len(nodes))
            yield "statement doubled", at((*path, "decisions"), lambda all_, i=i: all_ + [all_[i]])
            names = [other["decision"].split(": ")[-1] for other in regime["decisions"]]
            if names.count(decision["decision"].split(": ")[-1]) == 1:  # iterations may decide the same
                yield "statement removed", at((*path, "decisions"), lambda all_, i=i: all_[:i] + all_[i + 1:])
            continue
        for key in ("count", "list", "height", "n", "k", "agreement", "degree", "characteristic"):
            if key in decision:
                for change in steps((*place, key), decision[key]):
                    yield "count or list", change
        proof = decision["proof"]
        if "=" in proof and proof != "k = n":
            for part in range(len(proof.split("=")) - 1):
                yield "profile", at((*place, "proof"), lambda text, part=part: next_profile(text, part))
        yield "statement removed", at((*path, "decisions"), lambda all_, i=i: all_[:i] + all_[i + 1:])


def next_profile(text, part):
    words, seen = text.split(" "), -1
    for i, word in enumerate(words):
        if "=" in word:
            seen += 1
            if seen == part:
                key, value = word.split("=")
                words[i] = f"{key}={int(value) + 1}"
    return " ".join(words)


# ---- wrong formulas of the checker: (name, module or class, what stands in its place)

def wrong_formulas():
    def johnson_error(code, F, delta, m):
        M = m + formulas.half
        root = formulas.sqrt(code.rho)
        dx, dy = M * code.n * root, M / root
        dz = largest(dy, M**2 / (3 * code.rho))
        return (2 * dx * dy * dz + dy * (delta * code.n + 1)) / F  # dy for dy^2

    def list_size(n, D, A, p, proof):
        return true["list_size"](n, D, A, p, proof) + 1

    def count(n, k, A, ell, p, proof):
        value, height = true["count"](n, k, A, ell, p, proof)
        return value - 1, height

    true = {"list_size": counts.list_size, "count": counts.count}
    yield "johnson_error", formulas, johnson_error
    yield "unique_decoding", formulas, lambda code, F, delta=None: formulas.Decoding(
        (1 - code.rho) / 2, 1, Number.of((1 - code.rho) / 2 * code.n) / F)  # without + 1
    yield "batching_cost", formulas, lambda mode, B, error: B * error
    yield "query_error", formulas, lambda decoding, t: (1 - decoding.delta) ** (t - 1)
    yield "ali", formulas, lambda ell, C, F: Number.of(ell) * (C - 1) / F
    yield "deep", formulas, lambda ell, d, c, code, F: Number.of(ell) * (d * (code.k + c) + code.k) / F
    yield "logup", formulas, lambda K, H, R, F: K * H * Number.of(R) / (F - 1)
    yield "logup_gkr", formulas, lambda x, F: formulas.half * x * (3 * x - 1) / F
    yield "out_of_domain", formulas, lambda ell, degree, challenges, w: (
        ell**2 * (Number.of(degree) / challenges) ** w)
    yield "reduce_to_dense", formulas, lambda columns, lam, F: Number.of(4 * lam) / F
    yield "zerocheck", formulas, lambda C, d, rows, F: Number.of(C + d) / F
    yield "effective_grinding", formulas, lambda p, bits: Number.of(1).scaled(-bits)
    yield "ground", formulas, lambda error, bits: Number.of(error).scaled(-bits - 1)
    yield "merkle", sizes, lambda leaves, tau, beta, h, t: (t * tau * beta, t * tau * beta)
    swirl = formulas.SwirlRegime
    yield "proximity", swirl, lambda self, deg, mu, functions: self.exceptional(deg, mu) * functions / self.F
    yield "hit", swirl, lambda self, deg, mu: self.alpha(mu)  # as if all positions were as likely
    yield "swirl_interaction_variables", formulas, lambda cap, l_skip, airs, interactions, height: 0
    yield "vec", sizes, lambda count, bits: 64 + count * bits
    yield "count", counts, count
    yield "list_size", counts, list_size


# ---- trying them

class Trial:
    """Runs checks and keeps score."""

    def __init__(self, document, folder):
        self.document, self.folder, self.files = document, folder, check.Files(folder)
        self.found, self.equal, self.missed = {}, {}, []

    def score(self, kind, name, report, same=None):
        if report.faults:
            self.found[kind] = self.found.get(kind, 0) + 1
        elif same is not None and same():
            self.equal[kind] = self.equal.get(kind, 0) + 1
        else:
            self.missed.append(f"{kind}: {name}")

    def whole(self, kind, name, change):
        """A change of the whole certificate."""
        document = copy.deepcopy(self.document)
        change(document)
        report = check.check(json.dumps(document, default=str).encode(), self.folder)
        self.score(kind, name, report)

    def zkvm(self, statement):
        report = check.Report()
        return check.ZkvmCheck(statement, self.files, report), report

    def circuit(self, zkvm, statement, circuit):
        """The report on one circuit."""
        zkvm.report = report = check.Report()
        zkvm.totals, zkvm.cells = {}, {}
        try:
            check.CircuitCheck(zkvm, circuit.name, statement, circuit).check()
        except (Fault, formulas.NotCovered, ArithmeticError) as problem:
            report.fault(circuit.name, problem)
        return report

    def first_fault(self):
        """The report on the first circuit with a fault, or on the last one."""
        for statement in self.document["zkvms"]:
            zkvm, _ = self.zkvm(statement)
            for circuit, stated in zip(zkvm.zkvm.circuits, statement["circuits"]):
                report = self.circuit(zkvm, stated, circuit)
                if report.faults:
                    return report
        return report

    def outside(self, zkvm, kind, name, key, change, same=None):
        """A change of the figure of a zkVM whose circuits are checked, or of its tree."""
        zkvm.report = report = check.Report()
        kept, zkvm.statement = zkvm.statement, copy.deepcopy({**zkvm.statement, "circuits": None})
        change(zkvm.statement)
        if key == "security":
            try:
                zkvm.check_security()
            except Fault as fault:
                report.fault(name, fault)
        else:
            check.TreeCheck(zkvm).check()
        zkvm.statement = kept
        self.score(kind, name, report, same)

    def circuits(self, every):
        turn = 0
        for z, statement in enumerate(self.document["zkvms"]):
            zkvm, _ = self.zkvm(statement)
            for circuit, true in zip(zkvm.zkvm.circuits, statement["circuits"]):
                report = self.circuit(zkvm, true, circuit)
                if report.faults:
                    raise SystemExit(f"the certificate has faults already: {report.faults[0]}")
                place = f"{statement['name']}, {circuit.name}"
                values = check.Graph(true["nodes"], place, check.Report()).values
                for index in range(len(true["nodes"])):
                    for kind, node in changed_nodes(true["nodes"], index):
                        turn += 1
                        if turn % every == 0:
                            self._node(zkvm, circuit, true, index, kind, node, values, place)
                for kind, change in changed_statements(true):
                    turn += 1
                    if turn % every == 0:
                        changed = copy.deepcopy({**true, "nodes": None}) | {"nodes": true["nodes"]}
                        change(changed)
                        name = f"{place}, statement {turn}"
                        if kind == "statement removed" and len(changed["regimes"]) != len(true["regimes"]):
                            zkvm.report.faults = ["found where regimes of circuits are compared"]
                            self.score(kind, name, zkvm.report)
                            continue
                        self.score(kind, name, self.circuit(zkvm, changed, circuit),
                                   lambda: numbers(changed, values) == numbers(true, values))

    def _node(self, zkvm, circuit, true, index, kind, node, values, place):
        changed = {**true, "nodes": true["nodes"][:index] + [node] + true["nodes"][index + 1:]}
        name = f"{place}, node {index}: {json.dumps(true['nodes'][index])} is now {json.dumps(node)}"

        def same():
            return check.Graph(changed["nodes"], place, check.Report()).values == values

        self.score(kind, name, self.circuit(zkvm, changed, circuit), same)
        if kind in ("operator", "exponent", "constant"):
            fitting = fitted(changed, place)
            if fitting is not None:
                self.score("wrong formula, figures that fit it", name, self.circuit(zkvm, fitting, circuit), same)


def numbers(statement, values):
    """The statement, with numbers in place of nodes."""
    def of(part):
        if isinstance(part, dict):
            nodes = ("node", "left", "right")
            return {key: values[value] if key in nodes else of(value) for key, value in part.items()}
        return [of(entry) for entry in part] if isinstance(part, list) else part

    return of({**statement, "nodes": None})


def fitted(statement, place):
    """The circuit with the figures that its graph gives; None if it gives none."""
    try:
        values = check.Graph(statement["nodes"], place, check.Report()).values
        statement = copy.deepcopy({**statement, "nodes": None}) | {"nodes": statement["nodes"]}
        for regime in statement["regimes"]:
            worst = None
            for cell in regime.get("cells", ()):
                error = values[cell["node"]]
                cell["bits"], cell["hundredths"] = check.figures(error)
                if worst is None or error > worst:
                    worst, regime["total"]["binds"] = error, cell["term"]
            if worst is not None:
                regime["total"]["bits"], regime["total"]["hundredths"] = check.figures(worst)
        for size in statement["sizes"]:
            size["value"] = str(values[size["node"]].rational())
        return statement
    except (Fault, ArithmeticError, KeyError):
        return None


def documents(trial):
    """Changes outside circuits."""
    for z, zkvm in enumerate(trial.document["zkvms"]):
        name = zkvm["name"]
        place = ("zkvms", z)
        digit = "0" if zkvm["sha256"][0] != "0" else "1"
        trial.whole("hash", name, at((*place, "sha256"), lambda text: digit + text[1:]))
        trial.whole("name", name, at((*place, "name"), lambda text: text + "2"))
        trial.whole("accounting", name, at((*place, "accounting"), lambda _: "lenient"))
        trial.whole("version", name, at(("format",), lambda _: "soundcalc-certificate/2"))
        trial.whole("circuits", name, at((*place, "circuits"), lambda all_: all_ + all_[:1]))
        trial.whole("circuits", name, at((*place, "circuits"), lambda all_: all_[1:]))
        circuit = zkvm["circuits"][-1]["name"]
        for key, value in (("field", "BabyBear^5"), ("hash_size_bits", 200), ("no_key_of_ours", 1)):
            change = {"circuit": circuit, "key": key, "value": value}
            if key != "no_key_of_ours":
                trial.whole("set", f"{name}, {key}", at((*place, "set"), lambda _, change=change: [change]))
        trial.whole("set", name, at((*place, "set"), lambda _: [{"circuit": "?", "key": "field", "value": "M31^4"}]))
        for i in range(len(zkvm["set"])):
            trial.whole("set", f"{name}, {i} removed", at((*place, "set"), lambda all_, i=i: all_[:i] + all_[i + 1:]))
        checked, _ = trial.zkvm(zkvm)
        checked.check()
        if "security" in zkvm:
            security(trial, name, checked, zkvm["security"])
        if "recursion" in zkvm:
            tree(trial, name, checked, zkvm["recursion"])


def same_circuits(trial):
    """Circuits that are the same as another: another one, a later one, none. Then all is stated in full."""
    places = {f"/zkvms/{z}/circuits/{c}": circuit for z, zkvm in enumerate(trial.document["zkvms"])
              for c, circuit in enumerate(zkvm["circuits"])}
    for place, circuit in places.items():
        if "sameAs" in circuit:
            z, c = map(int, place.split("/")[2::2])
            for other in [*places, place + "0", ""]:
                if other != circuit["sameAs"]:
                    trial.whole("circuit that is the same", f"{place} as {other}",
                                at(("zkvms", z, "circuits", c, "sameAs"), lambda _, other=other: other))


def security(trial, name, checked, stated):
    kind = "zkVM's figure"
    for key in ("bits", "hundredths"):
        for change in steps(("security", key), stated[key]):
            trial.outside(checked, kind, f"{name}, {key}", "security", change)
    for key in ("regime", "circuit"):
        trial.outside(checked, kind, f"{name}, {key}", "security", at(("security", key), lambda x: x + "?"))
    trial.outside(checked, kind, name, "security", lambda statement: statement.pop("security"))


def tree(trial, name, checked, stated):
    def outside(what, path, change, same=None):
        trial.outside(checked, "tree", f"{name}, {what}", "recursion", at(("recursion", *path), change), same)

    def values(nodes):
        return check.Graph(nodes, name, check.Report(), lambda *cell: checked.cells[cell]).values

    nodes = stated["nodes"]

    for key in ("bits", "hundredths"):
        for step in (1, -1):
            outside(key, ("total", key), lambda x, step=step: x + step)
    for i, proof in enumerate(stated["proofs"]):
        for step in (1, -1):
            outside(f"count {i}", ("proofs", i, "count"), lambda x, step=step: str(int(x) + step))
        outside(f"regime {i}", ("proofs", i, "regime"), lambda x: "JBR" if x == "UDR" else "UDR")
        outside(f"proof {i}", ("proofs",), lambda all_, i=i: all_[:i] + all_[i + 1:])
    for i, node in enumerate(nodes):
        if node[0] == "cell":
            outside(f"node {i}", ("nodes", i, 3), lambda node: node - 1)
        for _, changed in changed_nodes(nodes, i):
            outside(f"node {i} is {changed}", ("nodes", i), lambda _, changed=changed: changed,
                    lambda i=i, changed=changed: values(nodes[:i] + [changed] + nodes[i + 1:]) == values(nodes))


def checkers(trial):
    """Wrong formulas on the checker's side, where the certificate uses them."""
    wrong_ones, used = list(wrong_formulas()), set()
    for name, module, _ in wrong_ones:
        def counting(*arguments, true=getattr(module, name), key=(name, module.__name__), **more):
            used.add(key)
            return true(*arguments, **more)
        setattr(module, name, counting)
        counting.true = counting.__kwdefaults__["true"]
    trial.first_fault()
    for name, module, _ in wrong_ones:
        setattr(module, name, getattr(module, name).true)
    for name, module, wrong in wrong_ones:
        if (name, module.__name__) in used:
            true = getattr(module, name)
            setattr(module, name, wrong)
            trial.score("wrong formula of the checker", name, trial.first_fault())
            setattr(module, name, true)


def remembered():
    """Keeps what the published formulas give: mutants do not change it."""
    errors, all_sizes, known = check.expected_errors, check.expected_sizes, {}

    def remembered_errors(circuit, regime, accounting, choice, dkt):
        if dkt is not None:
            return errors(circuit, regime, accounting, choice, dkt)
        key = (contents(circuit), regime, accounting, str(choice))
        if key not in known:
            known[key] = errors(circuit, regime, accounting, choice, dkt)
        return known[key]

    def remembered_sizes(circuit):
        key = contents(circuit)
        if key not in known:
            known[key] = all_sizes(circuit)
        return known[key]

    def contents(circuit):
        return f"{circuit.place} {circuit.table} {circuit.outer}"

    return remembered_errors, remembered_sizes


def remember(count):
    known = {}

    def remembered_count(n, k, A, ell, p, proof):
        key = (n, k, A, ell, p, proof.text)
        if key not in known:
            known[key] = count(n, k, A, ell, p, proof)
        return known[key]

    return remembered_count


class RememberingGraph(check.Graph):
    """Computes nothing twice from the same numbers."""

    known = {}

    def _compute(self, operator, values, rest):
        if operator == "cell":
            return super()._compute(operator, values, rest)
        key = (operator, *map(id, values), *rest)
        if key not in self.known:
            self.known[key] = super()._compute(operator, values, rest), values
        return self.known[key][0]


def main(arguments):
    parser = argparse.ArgumentParser(prog="mutants.py", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--every", type=int, default=1, help="try each N-th change only")
    parser.add_argument("certificate")
    parser.add_argument("folder")
    options = parser.parse_args(arguments)
    document = check.parse(Path(options.certificate).read_bytes())
    good = check.check(Path(options.certificate).read_bytes(), options.folder)
    if good.faults:
        print(f"the certificate has faults already: {good.faults[0]}")
        return 1
    trial = Trial(document, options.folder)
    same_circuits(trial)
    known = {}
    document["zkvms"] = [check.expanded(zkvm, z, known)[0] for z, zkvm in enumerate(document["zkvms"])]
    checkers(trial)
    kept = check.expected_errors, check.expected_sizes, check.Graph, counts.count
    check.expected_errors, check.expected_sizes = remembered()
    check.Graph, counts.count = RememberingGraph, remember(counts.count)
    documents(trial)
    trial.circuits(max(1, options.every))
    check.expected_errors, check.expected_sizes, check.Graph, counts.count = kept
    for line in trial.missed:
        print(f"missed: {line}")
    for kind in sorted(set(trial.found) | set(trial.equal)):
        same = f", {trial.equal[kind]} change no number" if kind in trial.equal else ""
        print(f"{kind}: {trial.found.get(kind, 0)} found{same}")
    found, equal = sum(trial.found.values()), sum(trial.equal.values())
    print(f"{found} of {found + len(trial.missed)} mutants found; {equal} changes that change no number")
    return 1 if trial.missed or not found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
