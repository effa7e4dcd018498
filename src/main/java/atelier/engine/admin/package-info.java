/// What those who run Atelier do by words, in chat or at the command line: [atelier.engine.admin.AdminDesk] knows the verbs, and notes
/// each act; [atelier.engine.admin.Rounds] carries out in the background what takes longer.
@NullMarked
package atelier.engine.admin;

import org.jspecify.annotations.NullMarked;
