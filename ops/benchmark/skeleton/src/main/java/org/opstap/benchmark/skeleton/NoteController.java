package org.opstap.benchmark.skeleton;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;

/** Reads the table. */
@Controller("/notes")
@ExecuteOn(TaskExecutors.BLOCKING)
class NoteController {
  private final NoteStore notes;

  NoteController(NoteStore notes) {
    this.notes = notes;
  }

  @Get
  List<NoteRow> list() {
    return notes.findAll();
  }
}
