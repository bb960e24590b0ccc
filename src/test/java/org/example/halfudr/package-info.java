/** A regime as a plug-in: the example of docs/adding-a-regime.md. */
package org.example.halfudr;
