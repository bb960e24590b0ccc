/** FRI as a batched polynomial commitment: its rounds, its sizes, its keys. */
package org.soundcalc.bounds.fri;
