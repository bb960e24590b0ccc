/**
 * The command line: arguments to questions, answers to streams. The only package that knows the
 * process: its streams, its properties and environment, and its exit code.
 */
package org.soundcalc.cli;
