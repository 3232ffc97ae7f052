package twinge.detect;
import org.junit.jupiter.api.Test;
import twinge.events.*;
class Dbg2Test {
  @Test void dbg() {
    for (String each : System.getProperty("dbgcase").split(";")) {
    String[] c = each.split(",");
    RealHeart mix = new RealHeart(c[0], Double.parseDouble(c[1]), Double.parseDouble(c[2]), Double.parseDouble(c[3]), 5);
    System.out.println("== " + each);
    for (Burst b : Made.bursts(1000, mix.mixed)) if (!mix.inLabel(b.onsetFrame(), 0.5)) {
      long near = mix.beats.stream().mapToLong(x -> b.onsetFrame() - x).filter(x -> Math.abs(x) < 200).findFirst().orElse(999);
      System.out.printf("%d-%d %s from beat %d %s%n", b.onsetFrame(), b.endFrame(), b.kind(), near, b.verdict().evidence().stream().limit(3).map(Evidence::words).toList()); }
    }
  }
}
