/// Tests of [atelier.adapter.web].
@NullMarked
package atelier.adapter.web;

import org.jspecify.annotations.NullMarked;
