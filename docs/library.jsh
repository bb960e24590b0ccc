import java.nio.file.Path;
import org.soundcalc.*;
import org.soundcalc.analysis.*;
import org.soundcalc.model.*;
import org.soundcalc.search.*;

Zkvm zkvm = Soundcalc.read(Path.of("zkvms/pico.toml"));
ZkvmEstimate estimate = Soundcalc.estimate(zkvm, Soundcalc.regimes("udr,jbr"));
int bits = estimate.security().bits();
Prepared riscv = Soundcalc.prepare(zkvm.circuit("riscv"), Soundcalc.regimes("jbr"));
int more = riscv.with("num_queries", 100).bits();
System.out.println(bits + " " + more);
/exit
