"""What the checker is made of: nothing but Python's standard library, in lines that fit beside a paper."""

import ast
import subprocess
import sys
import unittest
from pathlib import Path

HERE = Path(__file__).parent
SOURCES = sorted(HERE.glob("*.py"))
OWN = {source.stem for source in SOURCES}


class RulesTest(unittest.TestCase):
    def test_imports(self):
        for source in SOURCES:
            for node in ast.walk(ast.parse(source.read_text("utf-8"))):
                names = []
                if isinstance(node, ast.Import):
                    names = [alias.name for alias in node.names]
                elif isinstance(node, ast.ImportFrom):
                    self.assertEqual(node.level, 0, source)
                    names = [node.module]
                for name in names:
                    top = name.split(".")[0]
                    self.assertTrue(top in OWN or top in sys.stdlib_module_names, f"{source}: {name}")

    def test_an_old_python_is_told(self):
        without = "import runpy, sys; sys.modules['tomllib'] = None; runpy.run_path('check.py', run_name='__main__')"
        run = subprocess.run([sys.executable, "-c", without], cwd=HERE, capture_output=True, text=True, check=False)
        self.assertEqual((run.returncode, run.stderr), (2, "check.py needs Python 3.11 or newer\n"))

    def test_lines(self):
        for source in SOURCES:
            for number, line in enumerate(source.read_text("utf-8").splitlines(), 1):
                self.assertLessEqual(len(line), 120, f"{source}:{number}")
                self.assertEqual(line, line.rstrip(), f"{source}:{number}")

    def test_no_floating_point(self):
        for name in ("arithmetic", "counts", "formulas", "parameters", "sizes", "check"):
            tree = ast.parse((HERE / f"{name}.py").read_text("utf-8"))
            for node in ast.walk(tree):
                is_float = isinstance(node, ast.Constant) and isinstance(node.value, float)
                self.assertFalse(is_float, f"{name}.py:{getattr(node, 'lineno', 0)}")
                if isinstance(node, ast.Name) and node.id == "float":
                    self.fail(f"{name}.py:{node.lineno}")


if __name__ == "__main__":
    unittest.main()
