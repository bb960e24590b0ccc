/** A proof system as a plug-in: the example of docs/adding-a-proof-system.md. */
package org.example.toyfri;
