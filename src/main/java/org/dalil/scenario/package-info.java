/**
 * Branching chats: play one, pause, skip, start again.
 *
 * <p>For everyone; a visitor's run lives in the page and is gone with it, a card's run is kept as the ids of its choices. It
 * refuses choices that the chat does not offer at that point. Event: {@link org.dalil.scenario.entity.ScenarioFinished}.
 * Out of scope: what a chat teaches (courses) and what its end means for a module (learning).
 */
package org.dalil.scenario;
