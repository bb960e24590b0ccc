package org.soundcalc.io.recursion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Text fits where it is put. */
class SvgTextTest {
  private static final int THOUSAND = 1000;

  /** Of DejaVu Sans Bold, from the space on, in thousandths of the type's size. */
  private static final int[] BOLD = {
    348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365,
    696, 696, 696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 580,
    1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 372, 775, 637, 995, 837, 850,
    733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 500,
    500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687,
    716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838
  };

  /** Of DejaVu Sans. */
  private static final int[] REGULAR = {
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
    636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531,
    1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
    603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500,
    500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
    635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838
  };

  /** A hundred of each, so that roundings do not count. */
  @Test
  void noCharacterIsWiderThanItsClass() {
    for (int i = 0; i < BOLD.length; i++) {
      String text = Character.toString(' ' + i).repeat(100);
      double bold = 100.0 * SvgText.SIZE * BOLD[i] / THOUSAND;
      double regular = 100.0 * SvgText.SIZE * REGULAR[i] / THOUSAND;
      assertThat((double) SvgText.boldWidth(text)).as(text).isBetween(bold, 1.5 * bold);
      assertThat((double) SvgText.width(text)).as(text).isBetween(regular, 1.7 * regular);
    }
  }

  /** Ideographs are squares; what combines with a letter takes nothing. */
  @Test
  void lettersOfOtherScripts() {
    assertThat(SvgText.boldWidth("电路")).isGreaterThanOrEqualTo(2 * SvgText.SIZE);
    assertThat(SvgText.boldWidth("e\u0301")).isEqualTo(SvgText.boldWidth("e"));
  }

  @Test
  void aBoxIsAsWideAsItsText() {
    for (String name : new String[] {"MEMORY_WRITE_ROW_MAIN_WWWWWWWW", "x".repeat(48), "a"}) {
      Tree tree = new Trees().add(name).add("top", 0).build("Wide");
      SvgText label = SvgText.of(tree, tree.estimate().branches().get(0));
      assertThat(label.width()).isGreaterThan(SvgText.boldWidth(label.name()));
      for (String detail : label.details()) {
        assertThat(label.width()).isGreaterThan(SvgText.width(detail));
      }
    }
  }
}
