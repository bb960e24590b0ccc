package org.soundcalc.io.revision;

import java.util.List;

/**
 * The commits of a branch that touch some files.
 *
 * @param from where the history starts, itself not one of them
 * @param before the last commit before the first of them; where there are none, the end of the
 *     branch; where the first has no parent, that one itself
 * @param commits oldest first, at most as many as were asked for
 * @param total how many there are, of which the newest are listed
 */
public record History(Commit from, Commit before, List<Commit> commits, int total) {
  /** {@return whether older commits are left out} */
  public boolean isCut() {
    return total > commits.size();
  }
}
