package twinge.detect;
import org.junit.jupiter.api.Test;
import twinge.settings.Settings;
class DbgTest {
  @Test void dbg() {
    for (String each : System.getProperty("dbgcase").split(";")) {
    String[] c = each.split(",");
    RealHeart mix = new RealHeart(c[0], Double.parseDouble(c[1]), Double.parseDouble(c[2]), Double.parseDouble(c[3]), 3);
    System.out.println("== " + each);
    ChannelChain chain = new ChannelChain(Made.stream(0, 1000, Made.emg("EMG", Made.MICROVOLTS)), 0, Settings.standard());
    Notebook n = new Notebook(); int[] counts = new int[40]; int next = 0;
    for (int from = 0; from + 40 <= mix.mixed.length; from += 40) {
      for (int i = 0; i < 40; i++) counts[i] = (int) Math.rint(mix.mixed[from + i] / 0.05);
      while (next < mix.beats.size() && mix.beats.get(next) < from) { System.out.println("beat " + mix.beats.get(next) + (mix.inLabel(mix.beats.get(next), 0.2) ? " in burst" : "")); next++; }
      System.setProperty("dbg", "1");
      chain.accept(counts, 40, from, n);
    }
    System.clearProperty("dbg"); }
  }
}
