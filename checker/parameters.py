"""A zkVM's parameters, as its TOML file states them: defaults, keys for all circuits, and what --set changed.

What is read here is what formulas.py computes with. A value that no formula may be given (a text where a number
belongs, a negative count) raises Fault with the circuit and the key.
"""

import re
from decimal import Decimal
from fractions import Fraction

PRIMES = {
    "Goldilocks": 2**64 - 2**32 + 1,
    "BabyBear": 2**31 - 2**27 + 1,
    "KoalaBear": 2**31 - 2**24 + 1,
    "M31": 2**31 - 1,
    "BN254": 21888242871839275222246405745257275088548364400416034343698204186575808495617,
}

MOST_DIGITS = 1000  # of a decimal, as soundcalc has it: a gap of 400,000 digits takes a minute
INHERITED = ("protocol_family", "field", "hash_size_bits")
SWIRL_KEYS = ("whir_query_phase_pow_bits", "logup_max_interaction_count", "logup_log_max_message_length",
              "logup_pow_bits")
TREE_KEYS = ("verifies", "max_leaf_proofs")  # that the tree of proofs is read from
OLDER = {"grinding_batching_phase": "grinding_bits_batching"}

SWIRL_SHAPES = ("max_constraints_per_air", "num_airs", "max_log_trace_height", "num_trace_columns",
                "max_interactions_per_air")


class Fault(Exception):
    """What a certificate or a file has that it must not have, in one line."""


class Field:
    """Section 1: p^e elements, with the 2-adicity that bounds its domains."""

    def __init__(self, name):
        match = re.fullmatch(r"(\w+?)(?:\^([0-9]{1,2}))?", name) if isinstance(name, str) else None
        if not match or match[1] not in PRIMES or not 1 <= int(match[2] or 1) <= 16:
            raise Fault(f"field must be one of {', '.join(PRIMES)}, with an extension degree such as ^4")
        self.name = name
        self.p = PRIMES[match[1]]
        self.e = int(match[2] or 1)
        self.size = self.p**self.e
        order = self.size - 1 if match[1] == "M31" else self.p - 1
        self.two_adicity = (order & -order).bit_length() - 1
        self.base_bits = self.p.bit_length()
        self.bits = self.e * self.base_bits


class Table:
    """A table of TOML with typed access; `outer` are the tables that it inherits keys from."""

    def __init__(self, place, table, outer=()):
        if not isinstance(table, dict):
            raise Fault(f"{place} must be a table")
        self.place = place
        self.table = table
        self.outer = outer
        self.asked = set()  # keys that somebody wanted to know the value of

    def get(self, key, default=None):
        self.asked.update((key, OLDER.get(key, key)))
        for table in (self.table, *self.outer):
            if key in table:
                return table[key]
        if key in OLDER and OLDER[key] in self.table:
            return self.table[OLDER[key]]
        return default

    def has(self, key):
        return self.get(key) is not None

    def fault(self, key, wanted):
        return Fault(f"{self.place}: {key} must be {wanted}")

    def integer(self, key, low, high=2**63 - 1, default=None):
        return self._integer(key, self.get(key, default), low, high)

    def _integer(self, key, value, low, high):
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise self.fault(key, f"an integer from {low} to {high}")
        return value

    def flag(self, key, default=None):
        value = self.get(key, default)
        if not isinstance(value, bool):
            raise self.fault(key, "true or false")
        return value

    def decimal(self, key, default=None):
        value = self.get(key, default)
        if isinstance(value, bool) or not isinstance(value, (int, Decimal, Fraction)):
            raise self.fault(key, "a decimal")
        if isinstance(value, Decimal) and (not value.is_finite() or abs(value.adjusted()) > 1000):
            raise self.fault(key, "a decimal of moderate size")
        if isinstance(value, Decimal) and len(value.as_tuple().digits) > MOST_DIGITS:
            raise self.fault(key, f"a decimal of at most {MOST_DIGITS:,} digits")
        return Fraction(value)

    def choice(self, key, choices, default=None):
        value = self.get(key, default)
        if value not in choices:
            raise self.fault(key, "one of " + ", ".join(str(c) for c in choices if c is not None))
        return value

    def integers(self, key, low, high, length=None):
        return self.row(key, self.get(key), low, high, length)

    def row(self, key, value, low, high, length=None):
        if not isinstance(value, list) or len(value) > 10_000 or (length is not None and len(value) != length):
            raise self.fault(key, "an array of integers" + (f", {length} of them" if length is not None else ""))
        return [self._integer(key, entry, low, high) for entry in value]

    def power_of_two(self, key):
        value = self.integer(key, 1)
        if value & (value - 1):
            raise self.fault(key, "a power of two")
        return value


class Circuit(Table):
    """A circuit's table, with what [zkevm] and [swirl] say for all circuits."""

    def __init__(self, source, table, zkevm, swirl):
        name = table.get("name") if isinstance(table, dict) else None
        super().__init__(f'{source}: circuit "{name}"', table, ({k: zkevm[k] for k in INHERITED if k in zkevm},))
        if not isinstance(name, str) or not name:
            raise Fault(f"{source}: a circuit has no name")
        self.name = name
        self.family = self.choice("protocol_family", ("FRI_STARK", "WHIR", "STIR", "JAGGED", "SWIRL"))
        if self.family == "SWIRL":
            self.outer += ({k: swirl[k] for k in SWIRL_KEYS if k in swirl},)
        try:
            self.field = Field(self.get("field"))
        except Fault as fault:
            raise Fault(f"{self.place}: {fault}") from None
        self.hash_bits = self.integer("hash_size_bits", 1, 65536)
        lookups = table.get("lookups", [])
        if not isinstance(lookups, list):
            raise self.fault("lookups", "an array of tables")
        self.lookups = [Table(f"{self.place}: lookup {i}", lookup) for i, lookup in enumerate(lookups)]

    def dense_family(self):
        """FRI_STARK, WHIR or STIR: the polynomial commitment, also of JAGGED."""
        if self.family != "JAGGED":
            return self.family
        pcs = self.get("dense_pcs", "fri")
        if not isinstance(pcs, str) or pcs.lower() not in ("fri", "whir"):
            raise self.fault("dense_pcs", '"fri" or "whir"')
        return "WHIR" if pcs.lower() == "whir" else "FRI_STARK"

    def shape(self, key, kind):
        """A key of SWIRL with its twins: kind is "soundness" or "proof_size"."""
        return self.integer(self.shape_keys(kind, key)[0], 0, 64 if key == "max_log_trace_height" else 2**63 - 1)

    def shape_keys(self, kind, *keys):
        """(keys that are read, their twins that the circuit has besides): of each the first that there is."""
        read, others = [], []
        for key in keys:
            twins = [f"proof_size_{key}"] * (kind == "proof_size") + [f"soundness_{key}", key]
            found = [twin for twin in twins if self.has(twin)] or [key]
            read.append(found[0])
            others += found[1:]
        return ",".join(read), ",".join(others)


def first_by_name(tables):
    """{name: table}, of several with one name the first."""
    named = {}
    for table in tables if isinstance(tables, list) else ():
        if isinstance(table, dict) and isinstance(table.get("name"), str):
            named.setdefault(table["name"], table)
    return named


class Zkvm:
    """A file of TOML after --set: its circuits, and how their proofs verify each other."""

    def __init__(self, source, document, changes=()):
        self.source = source
        self.document = document
        zkevm = self._table("zkevm")
        swirl, self.recursion = self._table("swirl"), self._table("recursion")
        tables = document.get("circuits")
        if not isinstance(tables, list) or not tables or not all(isinstance(t, dict) for t in tables):
            raise Fault(f"{source}: there are no circuits")
        by_name = first_by_name(tables)
        lookups = {name: first_by_name(table.get("lookups")) for name, table in by_name.items()} if changes else {}
        for change in changes:
            self._apply(change, zkevm, swirl, by_name, lookups)
        self.name = zkevm.get("name")
        self.circuits = [Circuit(source, table, zkevm, swirl) for table in tables]
        names = [circuit.name for circuit in self.circuits]
        if len(set(names)) < len(names):
            raise Fault(f"{source}: two circuits have one name")

    def is_read(self, change):
        """Whether somebody wanted to know what an entry of "set" sets, once all that is stated has been checked."""
        key, name = change["key"], change.get("circuit")
        if key in TREE_KEYS:
            return True
        if name is None:
            return any(key in circuit.asked for circuit in self.circuits)
        circuit = next(circuit for circuit in self.circuits if circuit.name == name)
        if "lookup" in change:
            return any(key in lookup.asked for lookup in circuit.lookups
                       if lookup.table.get("name") == change["lookup"])
        return "table" not in change and key in circuit.asked

    def _table(self, key):
        table = self.document.setdefault(key, {})
        if not isinstance(table, dict):
            raise Fault(f"{self.source}: {key} must be a table")
        return table

    def _apply(self, change, zkevm, swirl, circuits, lookups):
        """One entry of "set": {circuit?, lookup?, table?, key, value}."""
        place = " ".join(str(change[k]) for k in ("circuit", "table", "lookup", "key") if k in change)
        target = zkevm
        if "circuit" in change:
            target = circuits.get(change["circuit"])
        elif "table" in change:
            target = {"swirl": swirl, "recursion": self.recursion}.get(change["table"])
        if target is None:
            raise Fault(f"{self.source}: set names nothing of the file: {place}")
        if "circuit" in change and "table" in change:
            if change["table"] not in ("proof", "statement"):
                raise Fault(f"{self.source}: set names nothing of the file: {place}")
            target = target.setdefault(change["table"], {})
            if not isinstance(target, dict):
                raise Fault(f"{self.source}: {place} is in no table")
        if "lookup" in change:
            target = lookups.get(change.get("circuit"), {}).get(change["lookup"])
            if target is None:
                raise Fault(f"{self.source}: set names no lookup of the circuit: {place}")
        key = change["key"]
        target.pop(OLDER.get(key), None)
        target[key] = change["value"]
