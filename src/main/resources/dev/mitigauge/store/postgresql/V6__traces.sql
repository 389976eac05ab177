-- In which trace of the W3C it happened: who is told of it goes on in it.
alter table event add column traceparent text;
